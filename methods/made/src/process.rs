//! What services do with people who come for help, and in which order.

/// One thing that is done.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Step {
    pub(crate) activity: &'static str,
    pub(crate) service: &'static str,
    pub(crate) role: &'static str,
    pub(crate) channel: &'static str,
    /// How long it takes at least and at most, in minutes.
    pub(crate) minutes: (u32, u32),
    /// What it costs, in pence.
    pub(crate) pence: u32,
    /// About how many hours pass before it.
    pub(crate) after: u32,
    /// What may follow, and how often among a hundred; what is left of the hundred ends the journey.
    pub(crate) then: &'static [(&'static str, u64)],
}

/// The first thing in every journey.
pub(crate) const FIRST: &str = "Contact received";

/// The thing that is called so.
pub(crate) fn step(activity: &str) -> Option<Step> {
    STEPS.iter().find(|step| step.activity == activity).copied()
}

/// Makes the table below readable: one thing, one paragraph.
const fn does(
    activity: &'static str,
    (service, role, channel): (&'static str, &'static str, &'static str),
    (least, most, pence, after): (u32, u32, u32, u32),
    then: &'static [(&'static str, u64)],
) -> Step {
    Step { activity, service, role, channel, minutes: (least, most), pence, after, then }
}

const HUB: (&str, &str, &str) = ("Council front door", "Adviser", "phone");
const COACH: (&str, &str, &str) = ("Neighbourhood team", "Coach", "in person");
const HOUSING: (&str, &str, &str) = ("Housing", "Housing officer", "in person");
const HEALTH: (&str, &str, &str) = ("Health", "Nurse", "in person");
const MONEY: (&str, &str, &str) = ("Money advice", "Adviser", "phone");

const STEPS: &[Step] = &[
    does(
        "Contact received",
        HUB,
        (5, 25, 900, 0),
        &[("Triage call", 62), ("Visit at home", 26), ("A&E attendance", 6), ("Sent elsewhere", 6)],
    ),
    does(
        "Triage call",
        HUB,
        (10, 40, 1_600, 20),
        &[
            ("Visit at home", 58),
            ("Missed appointment", 12),
            ("Sent elsewhere", 8),
            ("Benefits check", 22),
        ],
    ),
    does("Sent elsewhere", HUB, (5, 10, 400, 24), &[("Contact received", 35)]),
    does(
        "Visit at home",
        COACH,
        (40, 120, 5_700, 60),
        &[("What matters talked through", 70), ("Missed appointment", 12), ("Phone call", 18)],
    ),
    does(
        "Missed appointment",
        COACH,
        (5, 20, 1_900, 48),
        &[("Phone call", 48), ("Visit at home", 40), ("Journey paused", 12)],
    ),
    does(
        "Journey paused",
        COACH,
        (5, 10, 500, 200),
        &[("Contact received", 30), ("Phone call", 30)],
    ),
    does(
        "What matters talked through",
        COACH,
        (45, 90, 5_700, 72),
        &[("Plan agreed", 72), ("Phone call", 10), ("Mental health assessment", 18)],
    ),
    does(
        "Plan agreed",
        COACH,
        (30, 75, 4_800, 72),
        &[
            ("Support visit", 34),
            ("Housing application", 24),
            ("Benefits check", 18),
            ("GP appointment", 14),
            ("Debt advice", 10),
        ],
    ),
    does(
        "Support visit",
        COACH,
        (30, 120, 5_700, 120),
        &[
            ("Support visit", 14),
            ("Phone call", 18),
            ("Review together", 42),
            ("GP appointment", 8),
            ("A&E attendance", 3),
            ("Repair ordered", 8),
            ("Missed appointment", 7),
        ],
    ),
    does(
        "Phone call",
        ("Neighbourhood team", "Coach", "phone"),
        (5, 45, 1_500, 48),
        &[
            ("Support visit", 45),
            ("Phone call", 12),
            ("Review together", 25),
            ("Visit at home", 10),
            ("Journey paused", 8),
        ],
    ),
    does(
        "Review together",
        COACH,
        (45, 90, 6_400, 240),
        &[("Support visit", 14), ("Support ended together", 76), ("Plan agreed", 10)],
    ),
    does("Support ended together", COACH, (20, 60, 3_000, 160), &[("Contact received", 8)]),
    does(
        "Housing application",
        HOUSING,
        (40, 90, 6_100, 72),
        &[("Temporary accommodation", 28), ("Landlord spoken to", 42), ("Tenancy offered", 30)],
    ),
    does(
        "Temporary accommodation",
        HOUSING,
        (30, 60, 33_500, 24),
        &[("Support visit", 38), ("Tenancy offered", 62)],
    ),
    does(
        "Landlord spoken to",
        ("Housing", "Housing officer", "phone"),
        (10, 50, 2_400, 48),
        &[("Repair ordered", 36), ("Tenancy offered", 24), ("Support visit", 40)],
    ),
    does(
        "Tenancy offered",
        HOUSING,
        (20, 60, 4_100, 300),
        &[("Tenancy signed", 76), ("Support visit", 24)],
    ),
    does(
        "Tenancy signed",
        HOUSING,
        (30, 70, 5_200, 140),
        &[("Support visit", 70), ("Benefits check", 30)],
    ),
    does(
        "Repair ordered",
        HOUSING,
        (5, 15, 18_500, 24),
        &[("Repair done", 85), ("Phone call", 15)],
    ),
    does(
        "Repair done",
        ("Housing", "Contractor", "in person"),
        (40, 240, 24_000, 260),
        &[("Support visit", 45), ("Review together", 55)],
    ),
    does(
        "Benefits check",
        MONEY,
        (20, 60, 3_200, 72),
        &[("Debt advice", 28), ("Support visit", 42), ("Visit at home", 30)],
    ),
    does(
        "Debt advice",
        MONEY,
        (40, 90, 5_500, 96),
        &[("Support visit", 52), ("Review together", 48)],
    ),
    does(
        "GP appointment",
        ("Health", "GP", "in person"),
        (10, 20, 4_800, 120),
        &[("Mental health assessment", 22), ("Support visit", 58), ("Phone call", 20)],
    ),
    does(
        "Mental health assessment",
        HEALTH,
        (45, 90, 27_900, 200),
        &[("Plan agreed", 40), ("Support visit", 60)],
    ),
    does(
        "A&E attendance",
        HEALTH,
        (60, 480, 28_000, 90),
        &[("Support visit", 45), ("GP appointment", 35), ("Phone call", 20)],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_leads_to_steps() {
        for step in STEPS {
            let sum: u64 = step.then.iter().map(|(_, often)| often).sum();
            assert!(sum <= 100, "{step:?}");
            for (activity, _) in step.then {
                assert!(super::step(activity).is_some(), "{activity}");
            }
        }
    }
}
