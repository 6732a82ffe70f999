//! Records that the other stories use.
#![expect(clippy::expect_used, reason = "a test stops at what it did not expect")]

use linkage::{Fit, Model, Predicted, Records, Settings, predict};

/// A few people of two agencies. No label among the columns, and nobody who lives.
pub(crate) const HOUSING: &str = "\
record_id,given_name,surname,date_of_birth,address_1,city,postcode,phone,email,nhs_number
h1,Robert,Alderson,1971-06-24,12 High Street,Leeds,LS1 4AB,07700 900123,rob.alderson@example.org,9990000018
h2,Grace,Kelliher,1997-04-26,3 Mill Lane,Hull,HU1 2CD,,grace52@example.org,
h3,Anna,Whitlock,1988-02-11,7 Ash Close,York,YO1 9EF,07700 900456,,9990000026
h4,Anton,Whitlock,1988-02-11,7 Ash Close,York,YO1 9EF,07700 900456,,9997163248
h5,George,Okafor,1990-01-05,44 Station Road,Leeds,LS6 1AA,,,
";
pub(crate) const HEALTH: &str = "\
Record ID,First Name,Last Name,DOB,Address,Town,Post Code,Telephone,E-mail,NHS No
n1,ROB,ALDERSON,24/06/1971,12 High St,Leeds,ls14ab,+44 7700 900123,,999 000 0018
n2,Kelliher,Grace,26/04/1997,9 Park Row,Leeds,LS2 7QQ,,Grace52@Example.org,
n3,Anna,Whitlok,11/02/1988,7 Ash Close,York,YO1 9EF,,,999 000 0026
n4,Pádraig,O’Dell,19600301,2 Quay Street,Bristol,BS1 4DJ,,,
n5,George,Okafor,19/11/1961,44 Station Road,Leeds,LS6 1AA,,,
";

pub(crate) fn model() -> Model {
    Model::people().expect("the shipped model is one")
}

pub(crate) fn read(model: &Model, sources: &[(&str, &str)]) -> Records {
    let mut records = Records::new(model);
    for (name, text) in sources {
        records.read(name, text.as_bytes(), None).expect("these records can be read");
    }
    records
}

pub(crate) fn both(model: &Model) -> Records {
    read(model, &[("housing", HOUSING), ("health", HEALTH)])
}

pub(crate) fn predicted(model: &Model, records: &Records) -> Predicted {
    let fit = Fit::of(model, records);
    predict(model, records, &fit, &Settings::default(), &|_, _| ()).expect("not too many")
}
