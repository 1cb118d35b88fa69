//! What search engines and link previews read: descriptions by schema.org as JSON-LD, and the map of the site.

use jalon_engine::bank::{Level, ModuleInfo};
use serde_json::{Value, json};

/// JSON for a `script` element: nothing in it can end the element.
pub(crate) fn embedded(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// The course. `modules` are the title and address of each.
pub(crate) fn course(
    name: &str,
    description: &str,
    lang: &str,
    provider: &str,
    modules: &[(String, String)],
) -> Value {
    let parts: Vec<Value> = modules
        .iter()
        .map(|(title, url)| json!({ "@type": "LearningResource", "name": title, "url": url, "inLanguage": lang }))
        .collect();
    json!({
        "@context": "https://schema.org",
        "@type": "Course",
        "name": name,
        "description": description,
        "inLanguage": lang,
        "provider": { "@type": "Organization", "name": provider },
        "hasPart": parts,
    })
}

/// A lesson.
pub(crate) fn lesson(
    title: &str,
    description: &str,
    lang: &str,
    course: &str,
    info: &ModuleInfo,
) -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": title,
        "description": description,
        "inLanguage": lang,
        "learningResourceType": "lesson",
        "educationalLevel": level(info.level),
        "timeRequired": format!("PT{}M", info.minutes),
        "isPartOf": { "@type": "Course", "name": course },
    })
}

/// A checkpoint. `concepts` are the names of what it tests.
pub(crate) fn quiz(title: &str, lang: &str, concepts: &[String], info: &ModuleInfo) -> Value {
    let about: Vec<Value> = concepts
        .iter()
        .map(|name| json!({ "@type": "Thing", "name": name }))
        .collect();
    json!({
        "@context": "https://schema.org",
        "@type": "Quiz",
        "name": title,
        "inLanguage": lang,
        "learningResourceType": "quiz",
        "educationalLevel": level(info.level),
        "about": about,
    })
}

/// As schema.org's examples write it.
fn level(level: Level) -> &'static str {
    match level {
        Level::Foundation => "Beginner",
        Level::Intermediate => "Intermediate",
        Level::Advanced => "Advanced",
    }
}

/// The map of a site (sitemaps.org), page by page with the same page in other languages.
pub(crate) fn sitemap(pages: &[(String, Vec<(String, String)>)]) -> String {
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for (url, alternates) in pages {
        let links: String = alternates
            .iter()
            .map(|(lang, url)| {
                format!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{url}\"/>")
            })
            .collect();
        map.push_str(&format!("<url><loc>{url}</loc>{links}</url>\n"));
    }
    map.push_str("</urlset>\n");
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_element_that_holds_it() {
        let hostile = embedded(&json!({ "name": "</script><b>" }));
        assert!(!hostile.contains('<'));
        let read: Value = serde_json::from_str(&hostile).unwrap();
        assert_eq!(read["name"], "</script><b>");
    }
}
