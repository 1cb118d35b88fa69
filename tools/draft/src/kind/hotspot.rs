//! Find a region of a picture.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::body::KindBody;
use super::choice::Key;
use super::merge::{Conflicts, by_id, ids};
use super::samples::Samples;
use crate::policy::Scoring;
use crate::texts::{Naming, Texts, add_missing, relabel};

/// A question with a picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hotspot {
    /// The picture: a file, or one for each language.
    pub image: Image,
    /// What is right: a region's id, or a list of them.
    pub key: Key,
    /// How a response that is right in part is marked, where several may be picked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// How many have to be picked, where several may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<u64>,
    /// How many may be picked, where several may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<u64>,
    /// Whether each attempt puts the list of the regions in a new order; true when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shuffle: Option<bool>,
    /// Sample answers, written like a key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<Key>>,
    /// The regions; their names are in the wordings.
    #[serde(rename = "region")]
    pub regions: Vec<Region>,
}

/// One picture for all languages, or one for each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Image {
    /// The same for all.
    Same(String),
    /// One for each.
    Each(Texts),
}

/// A region of a picture: one of `rect`, `circle` and `polygon`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Names it in the key and in every wording.
    pub id: String,
    /// Left, top, width, height, in percent of the picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rect: Option<[f64; 4]>,
    /// The middle, from the left and from the top, and the radius, in percent; the radius in percent of the width.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub circle: Option<[f64; 3]>,
    /// The corners, from the left and from the top, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub polygon: Option<Vec<[f64; 2]>>,
    /// Keeps its place in the list when the others change theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pinned: Option<bool>,
    /// What picking it earns, in percent of the points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<i16>,
    /// For a learner who picked it.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
    /// The wrong idea that leads to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misconception: Option<String>,
}

impl KindBody for Hotspot {
    fn ids(&self) -> Vec<Vec<&str>> {
        vec![ids(&self.regions, |one| &one.id)]
    }

    fn ids_mut(&mut self) -> Vec<&mut String> {
        let mut all = self.key.ids_mut();
        all.extend(self.regions.iter_mut().map(|one| &mut one.id));
        all
    }

    fn shape(&self) -> Vec<usize> {
        vec![self.regions.len(), self.key.picks()]
    }

    fn feedbacks_mut(&mut self) -> Vec<&mut Texts> {
        let all = self.regions.iter_mut();
        all.map(|one| &mut one.feedback).collect()
    }

    fn misconceptions_mut(&mut self) -> Vec<&mut Option<String>> {
        let all = self.regions.iter_mut();
        all.map(|one| &mut one.misconception).collect()
    }

    fn images_mut(&mut self) -> Vec<&mut String> {
        match &mut self.image {
            Image::Same(image) => vec![image],
            Image::Each(images) => images.values_mut().collect(),
        }
    }

    fn drop_samples(&mut self) -> bool {
        self.samples.take().is_some()
    }

    fn inherit_scoring(&mut self, scoring: Scoring) {
        let is_weighted = self.regions.iter().any(|one| one.weight.is_some());
        if matches!(self.key, Key::Several(_)) && !is_weighted {
            self.scoring.get_or_insert(scoring);
        }
    }

    fn relabel(&mut self, name: Naming<'_>) {
        if let Image::Each(images) = &mut self.image {
            relabel(images, name);
        }
        for texts in self.feedbacks_mut() {
            relabel(texts, name);
        }
    }

    fn merge(&mut self, other: Self, conflicts: &mut Conflicts) {
        self.key.differ(&other.key, conflicts);
        for (own, other) in by_id(&mut self.regions, other.regions, |one| &one.id) {
            add_missing(&mut own.feedback, other.feedback);
        }
    }
}
