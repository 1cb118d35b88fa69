//! Sheets of other tools, and of another language.

use crate::carried::bytes;
use crate::support::cases::{assert_lines, losses, outline, questions, read};

/// A sheet, its questions, and what is lost of it.
type Sheet = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

#[test]
fn sheets_of_other_tools_come_over() {
    for (name, expected, lost) in SHEETS {
        let sheet = read(name, &bytes(&format!("table/{name}")));
        assert_lines(name, &questions(&sheet.draft), expected);
        assert_lines(name, &losses(&sheet.losses), lost);
        assert_eq!(sheet.draft.bank.languages, ["en"]);
    }
}

const SHEETS: &[Sheet] = &[
    (
        "kahoot.csv",
        &[
            "what-is-the-largest-planet-of-the-solar: choice “What is the largest planet of the \
             solar system?” ( ) Mars (x) Jupiter ( ) Saturn ( ) Venus",
            "which-of-these-are-gases: choice “Which of these are gases?” [x] Oxygen [ ] Iron [x] \
             Helium",
            "whales-are-mammals: true “Whales are mammals.”",
            r"what-does-2-3-4-make: choice “What does 2 \* 3 \* 4 make?” ( ) 9 ( ) 3 (x) 24 ( ) 2",
        ],
        &[
            "1 dropped “Quiz template”: it is above the header",
            "2 dropped “Fill in your questions below.”: it is above the header",
            "9 [Is this a question without a key?] dropped the question: no column says which of its choices is right",
            "4 dropped the column “”: it isn't a known column; 5 cells",
            "4 dropped the column “Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs”: it isn't a known column; 5 cells",
        ],
    ),
    (
        "quizizz.csv",
        &[
            "what-does-html-stand-for-b-aside: choice “What does HTML stand for, \\<b> aside?” (x) \
             Hyper Text Markup Language ( ) High Text ( ) Home Tool explanation “It marks up \
             \\[text\\].”",
            "which-are-colours: choice “Which are colours?” [x] red [ ] table [x] blue",
            "name-the-capital-of-italy: text “Name the capital of Italy.” = Rome; Roma",
            "describe-your-day: essay “Describe your day.” point-1: Says what the model says model \
             “…”",
        ],
        &[
            "5 [What do you think?] dropped the question: “Poll” isn't a known kind of question",
            "6 [Describe your day.] guessed the model answer of an essay: the row has none: write in place of “…” what the learner's text is compared with; its column is `model_en`",
            "6 [Describe your day.] guessed the checklist: the row has none; its one point is that the text says what the model says",
            "1 dropped the column “Time in seconds”: it isn't a known column; 5 cells",
            "1 dropped the column “Image Link”: it isn't a known column; 1 cell",
        ],
    ),
    (
        "gimkit.csv",
        &[
            "how-many-legs-does-a-spider-have: choice “How many legs does a spider have?” (x) 8 ( ) \
             6 ( ) 10",
            "what-do-bees-make: choice “What do bees make?” (x) Honey ( ) Milk",
        ],
        &[],
    ),
    (
        "blooket.tsv",
        &[
            "which-animal-barks: choice “Which animal barks?” ( ) Cat (x) Dog ( ) Cow",
            "which-of-them-fly: choice “Which of them fly?” [x] Owl [x] Bat [ ] Pig",
        ],
        &[
            "1 dropped “Blooket Import Template”: it is above the header",
            "3 dropped the column “Question #”: it isn't a known column; 2 cells",
            "3 dropped the column “Time Limit (sec) (Max: 300 seconds)”: it isn't a known column; 2 cells",
        ],
    ),
    (
        "moodle.csv",
        &[
            "planets-1: choice “Which planet is red?” (x) Mars # Yes, it rusts. ( ) Venus # Too \
             cloudy. ( ) Pluto concepts [\"solar-system\",\"colours\"] points 1 penalty 33 \
             explanation “Iron oxide makes it so.”",
            "planets-2: choice “Which are gas giants?” [x] 50 % Jupiter [x] 50 % Saturn [ ] -100 % \
             Mars # Solid ground concepts [\"solar-system\"] points 2",
            "planets-3: choice “Which three shine?” [x] Sirius [x] Vega [x] Rigel concepts \
             [\"stars\"] points 1",
        ],
        &[
            "4 [planets-3] dropped the weights 33.33333, 33.33333, 33.33333: weights are whole percents here: every right choice earns the same",
        ],
    ),
];

#[test]
fn categories_and_tags_become_modules_and_concepts() {
    let sheet = read("moodle.csv", &bytes("table/moodle.csv"));
    assert_lines(
        "moodle.csv",
        &outline(&sheet.draft),
        &[
            "in en",
            "module astronomy-basics: Astronomy: basics",
            "module stars: Stars",
            "concept solar-system: Solar system",
            "concept colours: Colours",
            "concept stars: Stars",
        ],
    );
}

#[test]
fn a_french_sheet_comes_over() {
    let sheet = read("french.csv", &bytes("table/french.csv"));
    assert_lines(
        "french.csv",
        &outline(&sheet.draft),
        &[
            "in fr",
            "module french: french",
            "concept geographie: Géographie",
            "concept maths: Maths",
            "concept lettres: lettres",
        ],
    );
    assert_lines(
        "french.csv",
        &questions(&sheet.draft),
        &[
            "capitale: choice “Quelle est la capitale de l'Italie ?” (x) Rome ( ) Milan ( ) Turin \
             concepts [\"geographie\"] difficulty easy explanation “Rome, depuis 1871.\n\nC'est dit \
             dans la loi.”",
            "pi: number “Que vaut pi à deux décimales ?” = 3.14 ± 0.005 concepts [\"maths\"] \
             difficulty medium",
            r#"mille: number “Combien font 617 fois deux ?” = 1234 concepts ["maths"]"#,
            r#"plate: false “La Terre est plate.” concepts ["geographie"]"#,
            r#"isbn: text “Que numérote l'ISBN ?” = livre; ouvrage concepts ["maths","lettres"]"#,
        ],
    );
    assert_lines(
        "french.csv",
        &losses(&sheet.losses),
        &["2 dropped the column “Remarques”: it isn't a known column; 1 cell"],
    );
}
