//! The OpenAPI document, made from the table of routes: what is not in the table is not in it.

use utoipa::{
    ToSchema,
    openapi::{
        ComponentsBuilder, ContentBuilder, HttpMethod, InfoBuilder, OpenApi, OpenApiBuilder,
        PathItem, PathsBuilder, Ref, RefOr, Required, ResponseBuilder, ResponsesBuilder, Schema,
        path::{Operation, OperationBuilder, ParameterBuilder, ParameterIn},
        request_body::RequestBodyBuilder,
        schema::{ObjectBuilder, Type},
        security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme},
    },
};

use super::{Changed, Problem, Wrong};
use crate::{Route, RouteKind, routes::Named};

/// The document for these routes.
pub(crate) fn document(table: &[Route], schemas: Vec<Named>, url: &str) -> OpenApi {
    let mut paths = PathsBuilder::new();
    let mut all = schemas;
    for route in table.iter().filter(|it| is_published(it)) {
        all.extend(route.request.iter().chain(&route.answer).cloned());
        let method = if route.method == "GET" { HttpMethod::Get } else { HttpMethod::Post };
        let path = format!("{}{}", super::ROOT, route.path);
        paths = paths.path(path, PathItem::new(method, operation(route)));
    }
    all.extend([named::<Problem>(), named::<Wrong>(), named::<Changed>()]);
    let key = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
    let mut components =
        ComponentsBuilder::new().security_scheme("token", SecurityScheme::Http(key));
    for (name, schema) in all {
        components = components.schema(name, schema);
    }
    let info = InfoBuilder::new().title("Tributary").version(env!("CARGO_PKG_VERSION"));
    OpenApiBuilder::new()
        .info(info.description(Some("Everything a page can do, with the same permit.")).build())
        .servers(Some([utoipa::openapi::Server::new(url)]))
        .paths(paths.build())
        .components(Some(components.build()))
        .security(Some([SecurityRequirement::new("token", Vec::<String>::new())]))
        .build()
}

const fn is_published(route: &Route) -> bool {
    matches!(route.kind, RouteKind::Show | RouteKind::Change)
}

fn named<T: ToSchema>() -> Named {
    (T::name().into_owned(), T::schema())
}

fn operation(route: &Route) -> Operation {
    let id = format!("{}-{}", route.action, route.path.replace(['/', '{', '}'], "-"));
    let mut operation = OperationBuilder::new()
        .operation_id(Some(id))
        .summary(Some(route.action))
        .tag(route.slice)
        .responses(responses(route));
    for name in route.path.split('/').filter_map(|it| it.strip_prefix('{')?.strip_suffix('}')) {
        operation = operation.parameter(parameter(name, ParameterIn::Path));
    }
    if route.lists {
        operation = operation.parameter(parameter("after", ParameterIn::Query));
    }
    if let Some(name) = route.narrowed_by {
        operation = operation.parameter(parameter(name, ParameterIn::Query));
    }
    if let Some((name, _)) = &route.request {
        let again = parameter("Idempotency-Key", ParameterIn::Header);
        let content = ContentBuilder::new().schema(Some(reference(name))).build();
        let body = RequestBodyBuilder::new().content("application/json", content);
        let body = body.required(Some(Required::True)).build();
        operation = operation.parameter(again).request_body(Some(body));
    }
    operation.build()
}

fn parameter(name: &str, place: ParameterIn) -> ParameterBuilder {
    let required = if place == ParameterIn::Path { Required::True } else { Required::False };
    let text = ObjectBuilder::new().schema_type(Type::String);
    let text = match place {
        ParameterIn::Path => text.pattern(Some("^[0-9a-f]{32}$")),
        ParameterIn::Header => text.min_length(Some(1)).max_length(Some(255)),
        ParameterIn::Query | ParameterIn::Cookie | ParameterIn::QueryString => text,
    };
    ParameterBuilder::new().name(name).parameter_in(place).required(required).schema(Some(text))
}

fn responses(route: &Route) -> utoipa::openapi::Responses {
    let mut responses = ResponsesBuilder::new();
    let changes = route.kind == RouteKind::Change;
    let answer = route.answer.as_ref().map_or("Changed", |(name, _)| name.as_str());
    responses = responses.response("200", with("Done", "application/json", answer));
    let mut refusals = vec!["400", "401", "403", "404", "405", "503"];
    if changes {
        responses = responses.response("201", with("Made", "application/json", answer));
        refusals.extend(["408", "409", "413", "415", "422", "429"]);
    }
    for status in refusals {
        let problem = with("Not done", "application/problem+json", "Problem");
        responses = responses.response(status, problem);
    }
    responses.build()
}

fn with(what: &str, kind: &str, schema: &str) -> ResponseBuilder {
    let content = ContentBuilder::new().schema(Some(reference(schema))).build();
    ResponseBuilder::new().description(what).content(kind, content)
}

fn reference(name: &str) -> RefOr<Schema> {
    Ref::from_schema_name(name).into()
}
