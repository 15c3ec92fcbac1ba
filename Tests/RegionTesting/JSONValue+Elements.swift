import Formats

extension JSONValue {
    /// The elements of a list.
    package var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
}
