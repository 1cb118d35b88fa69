//! A bank as its author looks at it. A learner's attempt draws some questions of a module, in an order of its own; whoever wrote them wants to
//! see every one, where the file has it.

use jalon_engine::bank::{Bank, BankFile, Module, ModuleFile, sealed};
use jalon_engine::id::{AttemptId, BankId, ModuleId, QuestionId};
use jalon_engine::progress::Saved;
use jalon_engine::session::{AttemptHead, Exposure, Plan, Seed};
use jalon_engine::time::Moment;

use crate::check::CompiledBank;
use crate::digest::{self, json};

/// What is behind the id of a bank whose attempts ask every question.
const SUFFIX: &str = ".all";

/// The longest part of a bank's id that leaves room for it, in bytes.
const ROOM: usize = jalon_engine::id::MAX_LEN - SUFFIX.len();

/// Which questions an attempt asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection {
    /// Those that a learner's attempt draws.
    Drawn,
    /// All of the module. The bank has another id then, so that progress in it is kept apart from a learner's.
    Every,
}

impl CompiledBank {
    /// The id under which progress is saved.
    pub fn id(&self, selection: Selection) -> String {
        match selection {
            Selection::Drawn => self.bank().id().to_string(),
            Selection::Every => every(self.bank().file()).id.to_string(),
        }
    }

    /// The compiled header, sealed. It names the files of the modules.
    pub fn header(&self, selection: Selection) -> String {
        self.written(selection).0
    }

    /// A compiled module by the name of its file, sealed; `None` where the bank has no such file.
    pub fn module(&self, file: &str, selection: Selection) -> Option<String> {
        let (id, _) = file.strip_suffix(".json")?.rsplit_once('.')?;
        let json = module_json(self.find(id)?, selection);
        (file_name(id, &json) == file).then_some(json)
    }

    /// The header, and the modules by the names of their files.
    pub(crate) fn written(&self, selection: Selection) -> (String, Vec<(String, String)>) {
        let mut header = match selection {
            Selection::Drawn => self.bank().file().clone(),
            // Whoever passes the checks passes them without `draw` as well.
            Selection::Every => every(self.bank().file()),
        };
        let mut modules = Vec::new();
        for info in &mut header.modules {
            let module = self.modules().iter().find(|one| one.info().id == info.id);
            let Some(module) = module else { continue };
            let json = module_json(module, selection);
            info.file = file_name(info.id.as_str(), &json);
            info.kinds = module.kinds();
            modules.push((info.file.clone(), json));
        }
        (sealed(&json(&header)), modules)
    }

    /// An attempt that asks every question of a module in the order of its file, as the client saves it under
    /// `jalon:SCOPE:open:ATTEMPT`; `None` where the bank has no module of that id. Its wordings and the order of choices are drawn as for
    /// anybody. The name of the attempt and the time of its start are for whoever saves it to set.
    pub fn attempt(&self, id: &str) -> Option<String> {
        let module = self.find(id)?;
        let bank = Bank::new(every(module.bank().file())).ok()?;
        let module = bank.module(every_of(module)).ok()?;
        let mut plan = Plan::draw(&module, SEED, &Exposure::default());
        let place = |id: &QuestionId| module.questions().iter().position(|one| one.id == *id);
        plan.questions.sort_by_key(|one| place(&one.question));
        let head = AttemptHead {
            id: "0-0".parse::<AttemptId>().ok()?,
            module: module.info().id,
            bank_version: bank.version().clone(),
            seed: SEED,
            started: Moment(0),
            // Questions that share a stimulus come together.
            plan: plan.adapted(&module),
        };
        Some(Saved::Open(head).to_text())
    }

    fn find(&self, id: &str) -> Option<&Module> {
        let id = id.parse::<ModuleId>().ok()?;
        self.modules().iter().find(|one| one.info().id == id)
    }
}

fn module_json(module: &Module, selection: Selection) -> String {
    match selection {
        Selection::Drawn => sealed(&json(module.file())),
        Selection::Every => sealed(&json(&every_of(module))),
    }
}

/// `MODULE.HASH.json`: two versions of a module never share a name, so that a cache can't mix them.
fn file_name(module: &str, json: &str) -> String {
    format!("{module}.{}.json", digest::of_file(json.as_bytes()))
}

/// Always the same: what is not edited stays as it is.
const SEED: Seed = Seed(1);

/// The header of the bank whose attempts ask every question.
fn every(file: &BankFile) -> BankFile {
    let mut file = file.clone();
    file.id = every_id(&file.id);
    for module in &mut file.modules {
        module.draw = None;
    }
    file
}

fn every_of(module: &Module) -> ModuleFile {
    let mut file = module.file().clone();
    file.bank = every_id(&file.bank);
    file
}

fn every_id(id: &BankId) -> BankId {
    // An id is ASCII, so that it can be cut anywhere.
    let start = id.as_str().get(..ROOM).unwrap_or(id.as_str());
    let all = [start, SUFFIX].concat();
    all.parse().unwrap_or(*id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Sources, check};
    use jalon_engine::progress::Key;

    const BANK: &str = "id = \"b\"\nlanguages = [\"en\"]\ntitle.en = \"B\"\nmodules = [\"m\"]\n[[concept]]\nid = \"c\"\nname.en = \"C\"\n";

    fn bank() -> CompiledBank {
        let mut module =
            "title.en = \"M\"\ntrack.en = \"T\"\nlevel = \"foundation\"\nminutes = 5\ndraw = 2\n\
            [[stimulus]]\nid = \"s\"\ntext.en = \"A report\"\n"
                .to_owned();
        for (n, about) in ["", "stimulus = \"s\"\n", "", "stimulus = \"s\"\n"]
            .iter()
            .enumerate()
        {
            module += &format!(
                "[[question]]\nid = \"q{n}\"\nkind = \"true-false\"\nkey = true\nconcepts = [\"c\"]\n{about}\
                 [[question.en]]\nprompt = \"Is it {n}?\"\nexplanation = \"It is.\"\n"
            );
        }
        let sources = Sources::from_iter([("b/bank.toml", BANK), ("b/m.toml", &module)]);
        let report = check(&sources);
        let mut banks = report.banks;
        banks
            .pop()
            .unwrap_or_else(|| panic!("{:#?}", report.diagnostics))
    }

    #[test]
    fn a_learner_gets_what_is_built() {
        let bank = bank();
        let files = bank.files();
        assert_eq!(files[0].1, bank.header(Selection::Drawn));
        let name = files[1].0.strip_prefix("b/").unwrap();
        assert_eq!(
            Some(&files[1].1),
            bank.module(name, Selection::Drawn).as_ref()
        );
        assert_eq!(bank.module(name, Selection::Every), None);
        for other in ["m", "m.json", "x.json", "no id.json"] {
            assert_eq!(bank.module(other, Selection::Drawn), None);
        }
    }

    #[test]
    fn the_header_names_the_file_of_each_module_by_its_content() {
        let bank = bank();
        let header = Bank::read(&bank.header(Selection::Drawn)).unwrap();
        let files = bank.files();
        assert_eq!(files[1].0, format!("b/{}", header.modules()[0].file));
        let hash = digest::of_file(files[1].1.as_bytes());
        assert_eq!(files[1].0, format!("b/m.{hash}.json"));
        assert_eq!(hash.len(), 16);
    }

    #[test]
    fn an_author_gets_every_question_in_the_order_of_the_file() {
        let bank = bank();
        let header = Bank::read(&bank.header(Selection::Every)).unwrap();
        assert_eq!(header.id().as_str(), bank.id(Selection::Every));
        let file = &header.modules()[0].file;
        let module = header.read_module(&bank.module(file, Selection::Every).unwrap());
        let module = module.unwrap();
        assert_eq!(module.info().draw, None);
        let key = Key::Open((*header.id()).into(), "0-0".parse().unwrap());
        let saved = Saved::read(&key, &bank.attempt("m").unwrap()).unwrap();
        let Saved::Open(head) = saved else {
            panic!("{saved:?}")
        };
        let asked = head
            .plan
            .questions
            .iter()
            .map(|one| one.question.to_string());
        // The two that share a stimulus stand together.
        assert_eq!(asked.collect::<Vec<_>>(), ["q0", "q1", "q3", "q2"]);
        assert_eq!(head.plan, head.plan.adapted(&module));
    }

    #[test]
    fn progress_is_kept_apart_from_a_learners() {
        let bank = bank();
        assert_eq!(bank.id(Selection::Drawn), "b");
        assert_eq!(bank.id(Selection::Every), "b.all");
        let long: BankId = "b".repeat(64).parse().unwrap();
        assert_eq!(every_id(&long).as_str(), format!("{}.all", "b".repeat(60)));
    }
}
