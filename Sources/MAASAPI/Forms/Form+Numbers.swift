import Formats

extension Form {
    /// A whole number, as Django's `IntegerField` reads it: blanks around it and `.0` after it are tolerated.
    package mutating func integer(
        _ name: String, required: Bool = false, min: Int? = nil, max: Int? = nil,
        notANumber: String = "Enter a whole number."
    ) -> FormField<Int> {
        let field = untrimmed(name, required: required)
        guard let text = field.value else { return field.map { _ in 0 } }
        guard let number = Self.integer(text) else {
            errors.add(name, notANumber)
            return .absent
        }
        if let max, number > max {
            errors.add(name, "Ensure this value is less than or equal to \(max).")
            return .absent
        }
        if let min, number < min {
            errors.add(name, "Ensure this value is greater than or equal to \(min).")
            return .absent
        }
        return .value(number)
    }

    /// A number with a fraction, as Django's `FloatField` reads it.
    package mutating func number(
        _ name: String, required: Bool = false, min: Int? = nil, max: Int? = nil
    ) -> FormField<Double> {
        let field = raw(name, required: required)
        guard let text = field.value else { return field.map { _ in 0 } }
        guard let number = Double(text), number.isFinite, !text.lowercased().contains("x") else {
            errors.add(name, "Enter a number.")
            return .absent
        }
        if let max, number > Double(max) {
            errors.add(name, "Ensure this value is less than or equal to \(max).")
            return .absent
        }
        if let min, number < Double(min) {
            errors.add(name, "Ensure this value is greater than or equal to \(min).")
            return .absent
        }
        return .value(number)
    }

    /// The whole number that a text spells for Python's `int()` after Django dropped a fraction of zeros; the nearest
    /// that 64 bits hold for one beyond them.
    package static func integer(_ text: some StringProtocol) -> Int? {
        var digits = text.strippedOfBlanks
        if let point = digits.firstIndex(of: "."), digits[digits.index(after: point)...].allSatisfy({ $0 == "0" }) {
            digits = String(digits[..<point])
        }
        return Int(python: digits)
    }
}
