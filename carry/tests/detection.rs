//! A format is found by what is in a file, and no prose is taken for one.

use jalon_carry::Format;

#[test]
fn prose_and_other_files_are_not_taken_for_questions() {
    for text in [
        "",
        "A letter.\n\nDear Anna,\n\nthe answer: yes, we come. {No braces} are needed.\n\nYours, Bob\n",
        "# A heading {#anchor}\n\nProse with `{code}` and {braces}.\n\n- a list\n- of two\n",
        "fn main() {\n    let x = [1, 2];\n    println!(\"{x:?} {} = {}\", 1, 2);\n}\n",
        "body { color: red }\n\n.a > .b { margin: 0 }\n",
        "\\documentclass{article}\n\\begin{document}\n$\\frac{1}{2}$, see~\\ref{eq:one}.\n\\end{document}\n",
        "A) Introduction\nB) Methods\nC) Results\n\nThat was the table of contents.\n",
        "Minutes\n\nA. Smith opened the meeting.\nB. Jones took notes.\nAnswer to the letter: later.\n",
        "id: 5\nname: {a: b}\n",
        "Subject: {name}\n\nHello {name}, your code is {code}.\n",
    ] {
        assert_eq!(Format::of(text.as_bytes()), None, "{text}");
    }
}

#[test]
fn questions_are_found_whatever_stands_in_front() {
    for (text, format) in [
        ("A title\n\nThe sky is blue. {T}\n", Format::Gift),
        ("// comments\n// alone\n\n::Q1::Write.{}\n", Format::Gift),
        ("Two and two {=4 =four}.\n", Format::Gift),
        ("Which?{~one =two}", Format::Gift),
        ("Wie viele? {#5:1}\n", Format::Gift),
        (
            "Chapter 1\n\nWhich?\nA) {T}\nB) two\nANSWER: A\n",
            Format::Aiken,
        ),
        ("Laquelle ?\nA. une\nB. deux\nRÉPONSE : B\n", Format::Aiken),
    ] {
        assert_eq!(Format::of(text.as_bytes()), Some(format), "{text}");
    }
}
