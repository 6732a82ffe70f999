//! Homes: towns, streets and postcodes that could be.

use crate::chance::{Chance, Of};

/// Towns with the letters that their postcodes begin with.
const TOWNS: &[(&str, &str)] = &[
    ("London", "E"),
    ("London", "N"),
    ("London", "SE"),
    ("London", "SW"),
    ("London", "NW"),
    ("London", "W"),
    ("Croydon", "CR"),
    ("Birmingham", "B"),
    ("Birmingham", "B"),
    ("Leeds", "LS"),
    ("Leeds", "LS"),
    ("Glasgow", "G"),
    ("Glasgow", "G"),
    ("Sheffield", "S"),
    ("Bradford", "BD"),
    ("Manchester", "M"),
    ("Edinburgh", "EH"),
    ("Liverpool", "L"),
    ("Bristol", "BS"),
    ("Cardiff", "CF"),
    ("Leicester", "LE"),
    ("Wakefield", "WF"),
    ("Coventry", "CV"),
    ("Wigan", "WN"),
    ("Nottingham", "NG"),
    ("Sunderland", "SR"),
    ("Newcastle upon Tyne", "NE"),
    ("Gateshead", "NE"),
    ("Plymouth", "PL"),
    ("Hull", "HU"),
    ("Wolverhampton", "WV"),
    ("Stoke-on-Trent", "ST"),
    ("Swansea", "SA"),
    ("Derby", "DE"),
    ("Southampton", "SO"),
    ("Portsmouth", "PO"),
    ("Brighton", "BN"),
    ("Northampton", "NN"),
    ("Luton", "LU"),
    ("Bolton", "BL"),
    ("Middlesbrough", "TS"),
    ("Stockport", "SK"),
    ("Blackpool", "FY"),
    ("Oldham", "OL"),
    ("Preston", "PR"),
    ("Norwich", "NR"),
    ("Exeter", "EX"),
    ("Belfast", "BT"),
    ("York", "YO"),
    ("Dundee", "DD"),
];
const STREETS: &[&str] = &[
    "High",
    "Church",
    "Station",
    "Park",
    "Victoria",
    "Green",
    "Mill",
    "School",
    "Elm",
    "Oak",
    "Ash",
    "Beech",
    "Queens",
    "Kings",
    "Albert",
    "Manor",
    "York",
    "London",
    "Springfield",
    "Grange",
    "North",
    "South",
    "West",
    "East",
    "Chapel",
    "Windsor",
    "Alexandra",
    "Stanley",
    "George",
    "Wood",
    "Meadow",
    "Orchard",
    "Hill",
    "Bridge",
    "Canal",
    "Castle",
    "Union",
    "Abbey",
    "Priory",
    "Rose",
];
const KINDS: &[(&str, &str)] = &[
    ("Road", "Rd"),
    ("Road", "Rd"),
    ("Street", "St"),
    ("Street", "St"),
    ("Avenue", "Ave"),
    ("Close", "Cl"),
    ("Lane", "Ln"),
    ("Drive", "Dr"),
    ("Gardens", "Gdns"),
    ("Crescent", "Cres"),
    ("Terrace", "Terr"),
    ("Place", "Pl"),
];
/// The letters that a postcode may end with.
const LETTERS: &[char] = &[
    'A', 'B', 'D', 'E', 'F', 'G', 'H', 'J', 'L', 'N', 'P', 'Q', 'R', 'S', 'T', 'U', 'W', 'X', 'Y',
    'Z',
];

/// Where somebody lives.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Home {
    pub(crate) door: String,
    pub(crate) street: &'static str,
    /// What kind of street it is, at length and for short.
    pub(crate) kind: (&'static str, &'static str),
    pub(crate) city: &'static str,
    pub(crate) postcode: String,
}

impl Home {
    /// Draws a home. All homes of one postcode stand in one street.
    pub(crate) fn draw(seed: u64, chance: &mut Chance) -> Self {
        let town = chance.below(u64::try_from(TOWNS.len()).unwrap_or(0));
        let (district, sector) = (chance.between(1, 20), chance.between(1, 9));
        let unit = chance.below(20);
        let whole = ((town * 100 + u64::from(district)) * 10 + u64::from(sector)) * 20 + unit;
        let mut of_street = Chance::new(seed, Of::Street, whole);
        let (city, area) =
            usize::try_from(town).ok().and_then(|it| TOWNS.get(it)).copied().unwrap_or_default();
        let first = usize::try_from(unit).ok().and_then(|it| LETTERS.get(it)).unwrap_or(&'A');
        let second = of_street.pick(LETTERS);
        Self {
            door: door(chance),
            street: of_street.pick(STREETS),
            kind: of_street.pick(KINDS),
            city,
            postcode: format!("{area}{district} {sector}{first}{second}"),
        }
    }

    /// Its first line, at length or for short.
    pub(crate) fn line(&self, shortened: bool) -> String {
        let (long, short) = self.kind;
        format!("{} {} {}", self.door, self.street, if shortened { short } else { long })
    }
}

fn door(chance: &mut Chance) -> String {
    let number = chance.between(1, 120);
    if chance.in_thousand(150) {
        format!("Flat {}, {number}", chance.between(1, 12))
    } else {
        number.to_string()
    }
}
