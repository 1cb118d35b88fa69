//! Formulas in MathML, in a line: `a/b`, `x^2`, `√(x + 1)`.

use crate::xml::{Element, Node};

/// A formula in signs that stand on one line.
pub(super) fn in_a_line(element: &Element) -> String {
    let parts: Vec<String> = element.elements().map(in_a_line).collect();
    match (element.name.as_str(), parts.as_slice()) {
        ("mfrac", [above, below]) => format!("{}/{}", grouped(above), grouped(below)),
        ("msup", [base, above]) | ("mover", [base, above]) => {
            format!("{}^{}", grouped(base), grouped(above))
        }
        ("msub" | "munder", [base, below]) => format!("{base}_{}", grouped(below)),
        ("msubsup" | "munderover", [base, below, above]) => {
            format!("{base}_{}^{}", grouped(below), grouped(above))
        }
        ("msqrt", parts) => format!("√{}", grouped(&parts.concat())),
        ("mroot", [base, index]) => format!("{}^(1/{index})", grouped(base)),
        ("mfenced", parts) => {
            let sign = |name, usual: &'static str| element.attribute(name).unwrap_or(usual);
            let inner = parts.join(sign("separators", ", "));
            format!("{}{inner}{}", sign("open", "("), sign("close", ")"))
        }
        ("mtr" | "mtable", parts) => {
            let sign = if element.name == "mtr" { ", " } else { "; " };
            format!("({})", parts.join(sign))
        }
        ("annotation" | "annotation-xml", _) => String::new(),
        ("semantics", [first, ..]) => first.clone(),
        ("mo", _) => operator(element.text().trim()),
        _ => all(element),
    }
}

/// What is in an element, one behind the other.
fn all(element: &Element) -> String {
    let parts = element.children.iter().map(|node| match node {
        Node::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Node::Element(element) => in_a_line(element),
    });
    parts.collect()
}

/// Relations stand apart from what they relate; signs that nobody sees are left out.
fn operator(sign: &str) -> String {
    match sign {
        "\u{2061}" | "\u{2062}" | "\u{2063}" | "\u{2064}" => String::new(),
        "=" | "≠" | "<" | ">" | "≤" | "≥" | "≈" | "→" | "⇒" | "⇔" => {
            format!(" {sign} ")
        }
        sign => sign.to_owned(),
    }
}

/// In brackets, where it is more than one number or name.
fn grouped(part: &str) -> String {
    let part = part.trim();
    let is_one = part
        .chars()
        .all(|sign| sign.is_alphanumeric() || sign == '.')
        || (part.starts_with('(') && part.ends_with(')') && part.matches('(').count() == 1);
    match is_one {
        true => part.to_owned(),
        false => format!("({part})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Input;
    use crate::xml;

    #[test]
    fn a_formula_keeps_what_it_says() {
        for (mathml, line) in [
            ("<mfrac><mi>a</mi><mi>b</mi></mfrac>", "a/b"),
            (
                "<mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2.5</mn></mfrac>",
                "(a+1)/2.5",
            ),
            (
                "<msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mn>4</mn>",
                "x^2 = 4",
            ),
            ("<msub><mi>x</mi><mi>i</mi></msub>", "x_i"),
            ("<msqrt><mi>x</mi><mo>-</mo><mn>1</mn></msqrt>", "√(x-1)"),
            ("<mroot><mi>x</mi><mn>3</mn></mroot>", "x^(1/3)"),
            (
                "<mi>f</mi><mo>\u{2061}</mo><mfenced><mi>x</mi></mfenced>",
                "f(x)",
            ),
            (
                "<semantics><mrow><mn>2</mn><mi>x</mi></mrow><annotation>2x</annotation></semantics>",
                "2x",
            ),
            (
                "<mtable><mtr><mtd>1</mtd><mtd>0</mtd></mtr><mtr><mtd>0</mtd><mtd>1</mtd></mtr></mtable>",
                "((1, 0); (0, 1))",
            ),
        ] {
            let text = format!("<math>{mathml}</math>");
            let input = Input {
                path: "a.xml",
                bytes: text.as_bytes(),
            };
            let root = xml::parse(&input).unwrap_or_default();
            assert_eq!(in_a_line(&root), line, "{mathml}");
        }
    }
}
