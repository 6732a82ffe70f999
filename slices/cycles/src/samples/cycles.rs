use std::collections::HashMap;

use people::Scale;
use platform::{Form as _, Sample};

use super::{
    Alone, LONG, SYSTEM, blank, day, holding, id,
    tried::{ended, names, tried},
};
use crate::{
    Ending, Step,
    card::{Can, TryingCard},
    dissent::{DissentForm, DissentPage},
    edit_prompts::{EditForm, EditPage},
    entries::EntriesPage,
    entry::EntryLine,
    open::{OpenForm, OpenPage},
    prompts::{PromptVersion, PromptsPage, ScalePrompts},
    purpose::PurposeLine,
    purposes::PurposesPage,
    questions::built_in,
    said,
    steps::{StepPart, StepsPanel},
    store::{
        cycles::{New, Written},
        purposes::{Dissented, Worded},
        tried::Tried,
    },
    word::{WordForm, WordPage},
    write::{WriteForm, WritePage},
};

pub(super) fn samples() -> Vec<Sample> {
    let mut all = asking();
    all.extend(wording());
    all.extend(prompts());
    all.extend(panels());
    all.extend(entries());
    all
}

fn asking() -> Vec<Sample> {
    let open = |filled| OpenPage { filled, body: "Riverside team".to_owned() };
    let write = |filled, asked| WritePage {
        filled,
        system: SYSTEM.to_owned(),
        asked,
        back: "/".to_owned(),
        readers: said::readers_place(),
        findings: Vec::new(),
    };
    let step = Step::Understand.name().to_owned();
    let answer = holding(WriteForm { step, ..WriteForm::default() });
    let fact = WriteForm { source: LONG.to_owned(), ..WriteForm::sample() };
    vec![
        Sample::page("cycles/open/empty", open(blank())),
        Sample::page("cycles/open/longest", open(holding(OpenForm { system: LONG.to_owned() }))),
        Sample::page("cycles/write/empty", write(blank(), None)),
        Sample::page(
            "cycles/write/answer",
            write(answer, Some(said::prompt_team_understand_1().into())),
        ),
        Sample::page("cycles/write/fact", write(holding(fact), None)),
        Sample::given_back::<WriteForm>("cycles/write/given-back", LONG),
    ]
}

fn worded(version: i64, whose: &str, dissents: usize) -> PurposeLine {
    let dissent = Dissented {
        text: "It leaves out those who never come.".to_owned(),
        by: Some(id(1)),
        at: day(4),
    };
    let text = "To be somebody’s neighbour, not somebody’s case.".to_owned();
    let worded = Worded {
        id: id(7),
        version,
        text,
        whose: whose.to_owned(),
        by: Some(id(1)),
        at: day(version),
        dissents: vec![dissent; dissents],
    };
    PurposeLine::of(worded, &names())
}

fn wording() -> Vec<Sample> {
    let word = |filled| WordPage { filled, system: SYSTEM.to_owned(), back: "/".to_owned() };
    let dissent = |filled| DissentPage { filled, words: LONG.to_owned(), back: "/".to_owned() };
    let purposes = |wordings| PurposesPage { cycle: id(5), system: SYSTEM.to_owned(), wordings };
    let meanwhile = holding(WordForm::sample()).with_theirs("To be there.".to_owned());
    vec![
        Sample::page("cycles/word/empty", word(blank())),
        Sample::page("cycles/word/typed", word(holding(WordForm::sample()))),
        Sample::page("cycles/word/meanwhile", word(meanwhile)),
        Sample::given_back::<WordForm>("cycles/word/given-back", LONG),
        Sample::page("cycles/dissent/empty", dissent(blank())),
        Sample::page("cycles/dissent/typed", dissent(holding(DissentForm::sample()))),
        Sample::view("cycles/purposes/none", purposes(vec![])),
        Sample::view("cycles/purposes/one", purposes(vec![worded(1, "", 0)])),
        Sample::view(
            "cycles/purposes/many",
            purposes(vec![worded(3, LONG, 2), worded(2, "the team", 1), worded(1, "", 0)]),
        ),
    ]
}

fn prompts() -> Vec<Sample> {
    let version = |version, scale| PromptVersion {
        version,
        at: (version > 1).then(|| day(version)),
        questions: built_in(scale),
        by: "Sam".into(),
    };
    let scale = |scale, versions: &[i64]| ScalePrompts {
        scale,
        versions: versions.iter().map(|it| version(*it, scale)).collect(),
    };
    let scales = || {
        vec![
            scale(Scale::Team, &[3, 2, 1]),
            scale(Scale::Organisation, &[1]),
            scale(Scale::Place, &[1]),
            scale(Scale::Country, &[1]),
        ]
    };
    let edit = |filled| EditPage { filled, scale: Scale::Place };
    let long = EditForm { purpose: LONG.to_owned(), ..EditForm::sample() };
    vec![
        Sample::view(
            "cycles/prompts/to-a-worker",
            PromptsPage { scales: scales(), words: Vec::new(), asked: None },
        ),
        Sample::view(
            "cycles/prompts/to-a-steward",
            PromptsPage { scales: scales(), words: Scale::ALL.to_vec(), asked: Some(Scale::Team) },
        ),
        Sample::page("cycles/edit-prompts/blank", edit(blank())),
        Sample::page("cycles/edit-prompts/longest", edit(holding(long))),
    ]
}

fn entry(step: Step, prompt: Option<&str>, source: Option<&str>) -> EntryLine {
    let new = New {
        step,
        text: "People come when somebody goes with them.".to_owned(),
        prompt: prompt.map(str::to_owned),
        source: source.map(str::to_owned),
    };
    let written = Written { id: id(8), new, by: Some(id(1)), at: day(5) };
    let asked = HashMap::from([("asked".to_owned(), said::prompt_team_understand_1().into())]);
    EntryLine::of(written, &asked, &names())
}

fn entries() -> Vec<Sample> {
    let page = |step, entries: Vec<EntryLine>| EntriesPage {
        step,
        next: (entries.len() > 1).then(|| "1".to_owned()),
        entries,
        cycle: id(5),
        system: SYSTEM.to_owned(),
    };
    let many =
        vec![entry(Step::Explore, Some("asked"), None), entry(Step::Embed, None, Some(LONG))];
    vec![
        Sample::view("cycles/entries/empty", page(Some(Step::Explore), Vec::new())),
        Sample::view("cycles/entries/many", page(None, many)),
    ]
}

/// Something tried in a cycle.
fn card(it: Tried, writes: bool) -> TryingCard {
    let tried = Tried { life: None, ..it };
    TryingCard::of(&tried, &names(), Can { own: false, writes })
}

fn panels() -> Vec<Sample> {
    let panel =
        |name, works, purpose: Option<PurposeLine>, entries: Vec<EntryLine>, cards: Vec<Tried>| {
            let cards: Vec<TryingCard> = cards.into_iter().map(|it| card(it, works)).collect();
            let questions = built_in(Scale::Team);
            let part = |step| StepPart {
                step,
                entries: entries.iter().filter(|it| it.step == step).cloned().collect(),
                entries_next: (entries.len() > 7).then(|| "1".to_owned()),
                prompts: questions.iter().filter(|it| it.step == step).cloned().collect(),
                explorations: if step == Step::Explore { cards.clone() } else { Vec::new() },
                explorations_next: Some("live.1".to_owned())
                    .filter(|_| step == Step::Explore && !cards.is_empty()),
                purpose: purpose.clone().filter(|_| step == Step::Purpose),
                has_earlier: true,
                cycle: id(5),
                works,
            };
            let panel = StepsPanel {
                cycle: id(5),
                system: SYSTEM.to_owned(),
                scale: Scale::Team,
                steps: Step::ALL.into_iter().map(part).collect(),
                purpose: purpose.clone(),
            };
            Sample::page(name, Alone { heading: SYSTEM.into(), panel: ui::Part::of(panel) })
        };
    let published = entry(Step::Understand, None, Some("Care Quality Commission, 2019"));
    let answer = entry(Step::Understand, Some("asked"), None);
    let one = vec![answer.clone(), published.clone()];
    let mut many = vec![answer; 7];
    many.extend(Step::ALL.into_iter().map(|it| entry(it, None, None)));
    let tried = || vec![tried(LONG), ended(Ending::Adapt)];
    vec![
        panel("cycles/steps/empty", true, None, vec![], vec![]),
        panel("cycles/steps/some", true, Some(worded(2, "the team", 1)), one.clone(), tried()),
        panel("cycles/steps/many", true, Some(worded(2, LONG, 3)), many, tried()),
        panel("cycles/steps/to-a-reader", false, Some(worded(2, "", 0)), one, tried()),
    ]
}
