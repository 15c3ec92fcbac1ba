/// What MAAS says where another object of a class has what must be one's own.
package enum Uniqueness {
    /// Such as `Space with this Name already exists.`
    /// - Parameters:
    ///   - model: The class as MAAS calls it among people.
    ///   - fields: What must be one's own, as MAAS calls it among people: `Name`, `Node config and Name`.
    package static func message(_ model: String, _ fields: String) -> String {
        "\(model) with this \(fields) already exists."
    }
}

extension FieldErrors {
    /// Refuses the value of a field that another object has.
    /// - Parameters:
    ///   - holder: The id of the one that has the value, if any has.
    ///   - own: The id of the one that is being changed, which may have it; `nil` for a new one.
    package mutating func refuseDuplicate(_ field: String, of model: String, heldBy holder: Int?, besides own: Int?) {
        guard let holder, holder != own else { return }
        add(field, Uniqueness.message(model, field.prefix(1).uppercased() + field.dropFirst()))
    }
}

extension Refusal {
    /// What the model finds when it is saved: another object has all of these.
    package static func duplicate(_ model: String, _ fields: String) -> Refusal {
        .field(FieldErrors.all, Uniqueness.message(model, fields), by: .model)
    }
}
