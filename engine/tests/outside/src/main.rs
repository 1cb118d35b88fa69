//! Builds a bank in code and grades a few responses with it. `../outside.rs` runs it and reads what it prints.

use std::error::Error;

use jalon_engine::id::IdError;
use jalon_engine::kind::choice::{Choice, Item, Key};
use jalon_engine::kind::text::Text;
use jalon_engine::{
    Bank, BankFile, Body, Concept, Event, Exposure, Lang, Line, Localised, Markup, Module,
    ModuleFile, ModuleInfo, Moment, Question, Reading, Refusal, Response, Seed, Session,
    Unanswered, Wording, feedback,
};

fn main() -> Result<(), Box<dyn Error>> {
    let en: Lang = "en".parse()?;
    let mut session = Session::start(
        module(en)?,
        "attempt".parse()?,
        Seed(1),
        &Exposure::default(),
        Moment(0),
    );
    let picked = Response::Choice(["mars".parse()?].into_iter().collect());
    answer(&mut session, en, "planet", picked)?;
    let unanswered = Unanswered::Ask;
    let too_early = session.apply(Event::Submit {
        unanswered,
        at: Moment(1),
    });
    if let Err(refusal @ Refusal::NotReady(_)) = too_early {
        println!("refused: {refusal}");
    }
    let typed = Response::Text("phobbos".to_owned());
    answer(&mut session, en, "moon", typed)?;
    session.apply(Event::Submit {
        unanswered,
        at: Moment(2),
    })?;
    for planned in &session.plan().questions {
        let feedback = feedback::of(&session, &planned.question).ok_or("no feedback")?;
        println!("{}: {:?}", planned.question, feedback.verdict);
    }
    let score = session.score().ok_or("no score")?;
    println!("score: {}%", score.percent());
    Ok(())
}

/// A module of two questions about Mars.
fn module(en: Lang) -> Result<Module, Box<dyn Error>> {
    let name = |text: &str| Localised::from(vec![(en, text.to_owned())]);
    let mut header = BankFile::new("sky".parse()?, vec![en], name("The sky"));
    let concept = Concept::new("mars".parse()?, name("Mars"));
    header.modules = vec![ModuleInfo::new("planets".parse()?, name("Planets"))];
    header.concepts = vec![concept];
    let bank = Bank::new(header).map_err(|faults| format!("{faults:?}"))?;

    let choices = ["venus", "mars"];
    let mut pick = Wording::new("1".parse()?, Markup::plain("Which planet is red?"));
    let texts = choices.map(|id| Ok::<_, IdError>((id.parse()?, Line::plain(id))));
    pick.choices = texts.into_iter().collect::<Result<_, _>>()?;
    let items = choices.map(|id| id.parse().map(Item::new));
    let body = Body::Choice(Choice {
        choices: items.into_iter().collect::<Result<_, _>>()?,
        key: Key::One("mars".parse()?),
        shuffle: true,
    });
    let planet = question(en, "planet", pick, body)?;

    let typed = Wording::new("1".parse()?, Markup::plain("Name a moon of Mars."));
    let body = Body::Text(Text {
        accept: vec![(en, vec!["Phobos".to_owned(), "Deimos".to_owned()])].into(),
        ..Text::default()
    });
    let moon = question(en, "moon", typed, body)?;
    let file = ModuleFile::new(&bank, "planets".parse()?, vec![planet, moon]);
    Ok(bank.module(file).map_err(|faults| format!("{faults:?}"))?)
}

fn question(en: Lang, id: &str, wording: Wording, body: Body) -> Result<Question, Box<dyn Error>> {
    let wordings = vec![(en, vec![wording])].into();
    Ok(Question::new(id.parse()?, "mars".parse()?, wordings, body))
}

fn answer(
    session: &mut Session,
    en: Lang,
    id: &str,
    response: Response,
) -> Result<(), Box<dyn Error>> {
    session.apply(Event::Respond {
        question: id.parse()?,
        response,
        reading: Reading::In(en),
        at: Moment(1),
    })?;
    Ok(())
}
