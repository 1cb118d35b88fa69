//! Whole files: several languages, and what old versions wrote.

use crate::support::cases::{assert_lines, losses, outline, questions, read};

#[test]
fn spans_of_languages_become_languages() {
    let text = include_bytes!("../fixtures/moodle/multilang.xml");
    let imported = read("multilang.xml", text);
    assert_lines(
        "Modules and concepts",
        &outline(&imported.draft),
        &[
            "in en, fr",
            "module doors: Doors / Portes",
            "concept securite-physique: Sécurité physique / Sécurité physique",
            "concept doors: Doors / Portes",
        ],
    );
    assert_lines(
        "Questions",
        &questions(&imported.draft),
        &[
            "door: choice “en What is it?\n\nISO 27001 / fr Qu'est-ce que c'est ?\n\nISO 27001” (x) \
             en A door / fr Une porte # en Yes / fr Oui ( ) en 27002 / fr 27002 ( ) en A wall / fr A \
             wall concepts [\"securite-physique\"]",
            r#"one-language: text “en Who opens it? / fr Who opens it?” = any guard concepts ["doors"]"#,
            "gaps: gaps “en Fill in the gaps. / fr Complétez le texte.” \
             “en The door is {{gap-1}}. / fr La porte est {{gap-1}}.” \
             {gap-1: pick en open / fr ouverte} \
             of en open / fr ouverte; en 27 / fr 27 concepts [\"doors\"]",
            "gaps-apart: gaps “en Fill in the gaps. / fr Complétez le texte.” \
             “en It is {{gap-1}}. / fr Elle est {{gap-1}}.” \
             {gap-1: = en open = fr ouverte} concepts [\"doors\"]",
            "gaps-apart-three-kinds: gaps “en Fill in the gaps. / fr Complétez le texte.” \
             “en {{gap-1}} holds {{gap-2}} doors that are {{gap-3}}. / fr {{gap-2}} portes {{gap-3}}, tenues par {{gap-1}}.” \
             {gap-1: = en a latch; a bolt = fr un loquet wrong thief # en No. / fr No. wrong voleur # en Non. / fr Non.} \
             {gap-2: weight 2 = 93 ± 1} \
             {gap-3: pick en shut / fr fermées} \
             of en shut / fr fermées; en open / fr ouvertes shuffle false concepts [\"doors\"] points 4",
            "gaps-apart-in-step: gaps “en Fill in the gaps. / fr Complétez le texte.” \
             “en {{gap-1}} holds {{gap-2}} doors that are {{gap-3}}. / fr {{gap-1}} tient {{gap-2}} portes {{gap-3}}.” \
             {gap-1: = en a latch; a bolt = fr un loquet wrong thief # en No. / fr No. wrong voleur # en Non. / fr Non.} \
             {gap-2: weight 2 = 93 ± 1} \
             {gap-3: pick en shut / fr fermées} \
             of en shut / fr fermées; en open / fr ouvertes shuffle false concepts [\"doors\"] points 4",
            "an-answer-of-two-languages: text “en What holds a door? / fr Qu'est-ce qui tient une \
             porte ?” = en latch = fr loquet = any <b> concepts [\"doors\"]",
        ],
    );
    assert_lines(
        "Losses",
        &losses(&imported.losses),
        &[
            "10 [door] guessed a text in fr: the file doesn't have it; the one in en is used",
            "13 [one language] guessed the texts of the question in each language: the file has them once; they are used for all languages",
            "18 [gaps] guessed the prompt above the gaps: the file has only the text with the gaps; a standard sentence is used",
            "22 [gaps apart] guessed which gaps of the languages belong together: each language has its own; those of the same kind were matched in order",
            "22 [gaps apart] guessed the prompt above the gaps: the file has only the text with the gaps; a standard sentence is used",
            "26 [Gaps apart, three kinds] guessed which gaps of the languages belong together: each language has its own; those of the same kind were matched in order",
            "26 [Gaps apart, three kinds] guessed a text in fr: the file doesn't have it; the one in en is used",
            "26 [Gaps apart, three kinds] guessed a text in en: the file doesn't have it; the one in fr is used",
            "26 [Gaps apart, three kinds] dropped the feedback on “shut”: choices of a list have none; the explanation is shown on all",
            "26 [Gaps apart, three kinds] guessed the prompt above the gaps: the file has only the text with the gaps; a standard sentence is used",
            "30 [Gaps apart, in step] guessed which gaps of the languages belong together: each language has its own; those of the same kind were matched in order",
            "30 [Gaps apart, in step] guessed a text in fr: the file doesn't have it; the one in en is used",
            "30 [Gaps apart, in step] guessed a text in en: the file doesn't have it; the one in fr is used",
            "30 [Gaps apart, in step] guessed the prompt above the gaps: the file has only the text with the gaps; a standard sentence is used",
        ],
    );
}

#[test]
fn what_old_files_say_otherwise_comes_over() {
    let text = include_bytes!("../fixtures/moodle/old.xml");
    let imported = read("old.xml", text);
    assert_lines(
        "Questions",
        &questions(&imported.draft),
        &[
            "picture-beside-the-text: choice “Which sign\n\nis it?\n\n![stop](stop.png)” (x) Stop ( \
             ) Go hints “It is red.”",
            "picture-that-is-elsewhere: false “This door is \
             open.\n\n![door](https://a.example/door.png)”",
            "picture-that-is-missing: false “This door is shut.”",
        ],
    );
    assert_lines(
        "Losses",
        &losses(&imported.losses),
        &[
            "5 [Picture beside the text] changed a line break: a bank's texts have none; what follows is a paragraph of its own",
            "5 [Picture beside the text] guessed the alternative text of the picture stop.png: the file has none; “stop” is used",
            "17 [Picture beside the text] dropped the actions of a hint: a bank's hints are text; they neither count nor clear answers",
            "24 [Picture that is elsewhere] guessed the alternative text of the picture https://a.example/door.png: the file has none; “door” is used",
            "31 [Picture that is missing] dropped the picture door.png: the file refers to it and doesn't have it",
            "31 [Picture that is missing] guessed “Wahr” as true, “Falsch” as false: the first answer is the true one where they are in another language",
        ],
    );
    let pictures = imported.draft.pictures.iter();
    let pictures = pictures.map(|(name, bytes)| (name.as_str(), bytes.len()));
    assert_eq!(pictures.collect::<Vec<_>>(), [("stop.png", 70)]);
}
