use std::{collections::HashMap, fmt};

use fluent_bundle::{FluentResource, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::{DAYS, Language};

/// The sentences of one slice in one language: a Fluent text.
#[derive(Clone, Copy, Debug)]
pub struct Sentences {
    /// The slice.
    pub of: &'static str,
    /// The language, as in `lang` of HTML.
    pub language: &'static str,
    /// The Fluent text.
    pub text: &'static str,
}

type Bundle = FluentBundle<FluentResource>;

/// Every sentence the program can say.
pub struct Catalogue {
    bundles: HashMap<(&'static str, Language), Bundle>,
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Catalogue({} parts)", self.bundles.len())
    }
}

impl Catalogue {
    /// Joins the sentences of all slices. A text that cannot be read, or a key given twice, is a
    /// mistake of the build and is answered with a sentence about it.
    ///
    /// # Errors
    /// What is wrong, and in which slice.
    pub fn new(all: impl IntoIterator<Item = Sentences>) -> Result<Self, String> {
        let mut bundles = HashMap::new();
        for part in all.into_iter().chain([DAYS]) {
            let language = Language::known(part.language)
                .ok_or_else(|| format!("{}: unknown language {}", part.of, part.language))?;
            bundles.insert((part.of, language), bundle(part)?);
        }
        Ok(Self { bundles })
    }

    /// The bundle of a slice in this language, else in English.
    pub(crate) fn bundle(&self, of: &'static str, language: Language) -> Option<&Bundle> {
        let here = self.bundles.get(&(of, language));
        here.or_else(|| self.bundles.get(&(of, Language::English)))
    }
}

fn bundle(part: Sentences) -> Result<Bundle, String> {
    let id: LanguageIdentifier =
        part.language.parse().map_err(|why| format!("{}: {why}", part.of))?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks would stand in attributes and in what people copy.
    bundle.set_use_isolating(false);
    let text = FluentResource::try_new(part.text.to_owned())
        .map_err(|(_, errors)| format!("{}: {errors:?}", part.of))?;
    bundle.add_resource(text).map_err(|errors| format!("{}: {errors:?}", part.of))?;
    Ok(bundle)
}
