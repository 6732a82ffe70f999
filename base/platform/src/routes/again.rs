//! What answers a submission that was refused.

use axum::{http::StatusCode, response::Response};

use super::Request;
use crate::{Changes, Failure, Filled, Form, Refused, api, door::Ask, draft, said};

/// What answers a submission that was refused, where its own form does not.
pub(super) enum Instead {
    Failure(Failure),
    Response(Box<Response>),
}

/// The form again, with what is wrong or what somebody else saved meanwhile.
pub(super) async fn again<A: Changes, F: Form>(
    request: &Request,
    ask: &Ask<A>,
    typed: F,
    refused: Refused,
) -> Result<(StatusCode, Filled<F>), Instead> {
    match refused {
        Refused::Failure(failure) => Err(Instead::Failure(failure)),
        Refused::Problems(problems) if request.asked.api => {
            ask.would_change().await.map_err(Instead::Failure)?;
            let response = api::problems(&request.asked, &request.state, &problems);
            Err(Instead::Response(Box::new(response)))
        }
        Refused::Problems(problems) => {
            let filled = Filled::new(&ask.path, typed).with_problems(problems);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, filled))
        }
        Refused::Stale(theirs) => match stale(request, ask, typed, theirs).await {
            Ok(filled) => Ok((StatusCode::CONFLICT, filled)),
            Err(response) => Err(Instead::Response(Box::new(response))),
        },
    }
}

/// The text is kept as a draft, and both wordings are shown.
async fn stale<A: Changes, F: Form>(
    request: &Request,
    ask: &Ask<A>,
    typed: F,
    theirs: String,
) -> Result<Filled<F>, Response> {
    if request.asked.api {
        let failure = Failure::Conflict(said::meanwhile_title());
        return Err(request.fail(&failure));
    }
    if let Ok(body) = serde_json::to_string(&typed) {
        draft::keep(ask.clone(), &body).await.map_err(|failure| request.fail(&failure))?;
    }
    Ok(Filled::new(&ask.path, typed).with_theirs(theirs))
}
