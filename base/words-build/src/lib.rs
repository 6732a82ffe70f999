//! Turns a Fluent file into one Rust function a sentence, so that a misspelt key or a forgotten
//! argument does not compile. A slice's `build.rs` is one call of [`generate`].

use std::{collections::BTreeSet, env, fmt::Write as _, fs, path::Path};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource},
    parser,
};

/// Reads `words/en.ftl` of the crate being built and writes `words.rs` into its `OUT_DIR`.
///
/// # Errors
/// A sentence that says what is wrong with the file, for `main` to return.
pub fn generate() -> Result<(), String> {
    let root = variable("CARGO_MANIFEST_DIR")?;
    let path = Path::new(&root).join("words/en.ftl");
    let slice = variable("CARGO_PKG_NAME")?;
    let text = fs::read_to_string(&path).map_err(|why| format!("{}: {why}", path.display()))?;
    let code = code(&slice, &text)?;
    let out = Path::new(&variable("OUT_DIR")?).join("words.rs");
    fs::write(&out, code).map_err(|why| format!("{}: {why}", out.display()))?;
    announce(&format!("cargo::rerun-if-changed={}", path.display()));
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "cargo speaks to build scripts in variables")]
fn variable(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("{name} is not set: call this from a build script"))
}

#[expect(clippy::print_stdout, reason = "cargo listens to a build script's standard output")]
fn announce(line: &str) {
    println!("{line}");
}

/// The Rust text for one Fluent text.
fn code(slice: &str, text: &str) -> Result<String, String> {
    let parsed = parser::parse(text).map_err(|(_, errors)| format!("{slice}: {errors:?}"))?;
    let mut code = format!(
        "/// This crate's sentences.\npub(crate) const WORDS: ::words::Sentences = \
         ::words::Sentences {{ of: {slice:?}, language: \"en\", text: {text:?} }};\n"
    );
    for message in messages(&parsed) {
        function(&mut code, slice, message)?;
    }
    Ok(code)
}

fn messages<'a>(parsed: &'a Resource<&'a str>) -> impl Iterator<Item = &'a Message<&'a str>> {
    parsed.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        Entry::Term(_)
        | Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => None,
    })
}

fn function(code: &mut String, slice: &str, message: &Message<&str>) -> Result<(), String> {
    let key = message.id.name;
    let pattern = message.value.as_ref().ok_or_else(|| format!("{slice}: `{key}` says nothing"))?;
    let mut names = BTreeSet::new();
    collect(pattern, &mut names);
    let name = key.replace('-', "_");
    let args: Vec<String> =
        names.iter().map(|it| format!("{it}: impl Into<::words::Arg>")).collect();
    let with: String =
        names.iter().map(|it| format!(".with({it:?}, {it})")).collect::<Vec<_>>().concat();
    writeln!(
        code,
        "/// `{key}`\npub(crate) fn {name}({}) -> ::words::Say {{ ::words::Say::new({slice:?}, {key:?}){with} }}",
        args.join(", ")
    )
    .map_err(|why| why.to_string())
}

fn collect<'a>(pattern: &Pattern<&'a str>, names: &mut BTreeSet<&'a str>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, names);
        }
    }
}

fn in_expression<'a>(expression: &Expression<&'a str>, names: &mut BTreeSet<&'a str>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, names),
        Expression::Select { selector, variants } => {
            in_inline(selector, names);
            for variant in variants {
                collect(&variant.value, names);
            }
        }
    }
}

fn in_inline<'a>(inline: &InlineExpression<&'a str>, names: &mut BTreeSet<&'a str>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name);
        }
        InlineExpression::Placeable { expression } => in_expression(expression, names),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|it| in_inline(it, names));
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_becomes_a_function_of_what_it_names() {
        let text = "agreed-by = Agreed by { $who } on { $day }\nsave = Save\n";
        let code = code("lives", text).unwrap();
        assert!(
            code.contains("pub(crate) fn agreed_by(day: impl Into<::words::Arg>, who: impl"),
            "{code}"
        );
        assert!(code.contains("pub(crate) fn save() -> ::words::Say"), "{code}");
    }

    #[test]
    fn a_broken_file_stops_the_build() {
        assert!(code("lives", "save = { $who\n").is_err());
    }
}
