//! Makes one Rust function of every message in `locales/`.
//!
//! A message that exists in one language only, or takes other arguments there, stops the build; a
//! page that asks for a message that does not exist, or forgets an argument, does not compile.
//! Messages without arguments become string constants: they cost nothing to show.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use fluent_syntax::parser;

/// A message as far as its function needs to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shape {
    Constant(String),
    Formatted(BTreeSet<String>),
}

type Shapes = BTreeMap<String, Shape>;

/// Reads `locales/pl/*.ftl` and `locales/en/*.ftl`, writes `out/messages.rs`.
pub fn build(locales: &Path, out: &Path) {
    println!("cargo::rerun-if-changed={}", locales.display());
    let (polish, english) = (read(&locales.join("pl")), read(&locales.join("en")));
    let (polish_shapes, english_shapes) = (shapes(&polish), shapes(&english));
    demand_the_same(&polish_shapes, &english_shapes);
    let mut code = String::new();
    writeln!(
        code,
        "const POLISH: &str = {polish:?};\nconst ENGLISH: &str = {english:?};\nimpl Messages {{"
    )
    .expect("a string takes all");
    for (key, shape) in &polish_shapes {
        function(&mut code, key, shape, &english_shapes[key]);
    }
    code.push_str("}\n");
    fs::write(out.join("messages.rs"), code).expect("the folder for what is built can be written");
}

fn read(folder: &Path) -> String {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        })
        .collect::<Vec<_>>()
        .join("\n")
}

fn shapes(source: &str) -> Shapes {
    let resource = parser::parse(source)
        .unwrap_or_else(|(_, errors)| panic!("a message cannot be read: {errors:?}"));
    let mut shapes = Shapes::new();
    for entry in &resource.body {
        let Entry::Message(Message {
            id,
            value: Some(pattern),
            ..
        }) = entry
        else {
            continue;
        };
        if shapes.insert(id.name.to_owned(), shape(pattern)).is_some() {
            panic!("the message {} is given twice", id.name);
        }
    }
    shapes
}

fn shape(pattern: &Pattern<&str>) -> Shape {
    let mut constant = Some(String::new());
    let mut arguments = BTreeSet::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => constant = constant.map(|text| text + value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } => {
                constant = constant.map(|text| text + &unescape(value));
            }
            PatternElement::Placeable { expression } => {
                constant = None;
                collect(expression, &mut arguments);
            }
        }
    }
    constant.map_or(Shape::Formatted(arguments), Shape::Constant)
}

fn unescape(literal: &str) -> String {
    fluent_syntax::unicode::unescape_unicode_to_string(literal).into_owned()
}

fn collect(expression: &Expression<&str>, arguments: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            collect_inline(selector, arguments);
            for variant in variants {
                for element in &variant.value.elements {
                    if let PatternElement::Placeable { expression } = element {
                        collect(expression, arguments);
                    }
                }
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => collect(expression, arguments),
        InlineExpression::FunctionReference {
            arguments: call, ..
        } => {
            call.positional
                .iter()
                .for_each(|argument| collect_inline(argument, arguments));
        }
        _ => {}
    }
}

fn demand_the_same(polish: &Shapes, english: &Shapes) {
    for key in polish.keys().chain(english.keys()) {
        match (polish.get(key), english.get(key)) {
            (Some(_), None) => panic!("the message {key} is missing in locales/en"),
            (None, Some(_)) => panic!("the message {key} is missing in locales/pl"),
            (Some(a), Some(b)) if arguments(a) != arguments(b) => {
                panic!(
                    "the message {key} takes {:?} in Polish and {:?} in English",
                    arguments(a),
                    arguments(b)
                )
            }
            _ => {}
        }
    }
}

fn arguments(shape: &Shape) -> BTreeSet<String> {
    match shape {
        Shape::Constant(_) => BTreeSet::new(),
        Shape::Formatted(arguments) => arguments.clone(),
    }
}

fn function(code: &mut String, key: &str, polish: &Shape, english: &Shape) {
    let name = key.replace('-', "_");
    let written = match (polish, english) {
        (Shape::Constant(pl), Shape::Constant(en)) => writeln!(
            code,
            "/// The message `{key}`.\n#[must_use] pub fn {name}(&self) -> &'static str {{ match self.lang {{ Lang::Pl => {pl:?}, Lang::En => {en:?} }} }}"
        ),
        _ => {
            let names = arguments(polish);
            let parameters: String = names
                .iter()
                .map(|name| format!(", {name}: impl Into<FluentValue<'a>>"))
                .collect();
            let values: String = names
                .iter()
                .map(|name| format!("({name:?}, {name}.into()),"))
                .collect();
            writeln!(
                code,
                "/// The message `{key}`.\n#[must_use] pub fn {name}<'a>(&self{parameters}) -> String {{ self.format({key:?}, vec![{values}]) }}"
            )
        }
    };
    written.expect("a string takes all");
}
