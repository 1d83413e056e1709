//! As much of JSON Schema as the map's schema uses. A word that it does not know is an error, so
//! that the schema cannot come to demand what nobody checks.

use serde_json::Value;

/// Everything in `value` that `schema` does not allow, each with its place; `root` holds `$defs`.
pub fn faults(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let rules = schema.as_object().expect("a schema is an object");
    let each = rules.iter().flat_map(|(word, rule)| match word.as_str() {
        // Of the root, and remarks.
        "$schema" | "$id" | "$defs" | "title" | "description" => Vec::new(),
        // Looked at together with `properties`.
        "additionalProperties" => Vec::new(),
        "$ref" => faults(root, definition(root, rule), value, place),
        "anyOf" => any_of(root, rule, value, place),
        "properties" => properties(root, rule, value, place),
        "items" => items(root, rule, value, place),
        _ => plain(word, rule, value).map_or(Vec::new(), |fault| vec![format!("{place}: {fault}")]),
    });
    each.collect()
}

fn definition<'a>(root: &'a Value, rule: &Value) -> &'a Value {
    let pointer = rule.as_str().and_then(|it| it.strip_prefix('#'));
    pointer
        .and_then(|pointer| root.pointer(pointer))
        .unwrap_or_else(|| panic!("the schema defines {rule}"))
}

fn any_of(root: &Value, rule: &Value, value: &Value, place: &str) -> Vec<String> {
    let all: Vec<Vec<String>> = list(rule)
        .iter()
        .map(|schema| faults(root, schema, value, place))
        .collect();
    match all.iter().any(Vec::is_empty) {
        true => Vec::new(),
        false => all.concat(),
    }
}

/// Objects are closed: a property that the schema does not know is a fault.
fn properties(root: &Value, rule: &Value, value: &Value, place: &str) -> Vec<String> {
    let Some(object) = value.as_object() else {
        return Vec::new();
    };
    let each = object.iter().flat_map(|(name, value)| {
        let place = format!("{place}.{name}");
        match rule.get(name) {
            Some(schema) => faults(root, schema, value, &place),
            None => vec![format!("{place}: is unknown")],
        }
    });
    each.collect()
}

fn items(root: &Value, rule: &Value, value: &Value, place: &str) -> Vec<String> {
    let values = value.as_array().into_iter().flatten().enumerate();
    values
        .flat_map(|(at, value)| faults(root, rule, value, &format!("{place}[{at}]")))
        .collect()
}

/// A rule about the value itself, and why it is broken, if it is.
fn plain(word: &str, rule: &Value, value: &Value) -> Option<String> {
    let number = || value.as_f64().zip(rule.as_f64());
    let length = || {
        value
            .as_array()
            .map(|it| it.len() as u64)
            .zip(rule.as_u64())
    };
    let holds = match word {
        "type" => is_of(rule.as_str().expect("one type"), value),
        "const" => value == rule,
        "enum" => list(rule).contains(value),
        "required" => list(rule)
            .iter()
            .all(|name| value.get(name.as_str().expect("a name")).is_some()),
        "minimum" => number().is_none_or(|(value, least)| value >= least),
        "maximum" => number().is_none_or(|(value, most)| value <= most),
        "exclusiveMinimum" => number().is_none_or(|(value, bound)| value > bound),
        "minItems" => length().is_none_or(|(length, least)| length >= least),
        "maxItems" => length().is_none_or(|(length, most)| length <= most),
        other => panic!("the schema says {other}, which is not checked"),
    };
    (!holds).then(|| format!("breaks {word}: {rule}"))
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the schema says {other}, which is not checked"),
    }
}

fn list(rule: &Value) -> &[Value] {
    rule.as_array().expect("a list")
}
