/// A whole number as Python's `int()` reads it from text: of any size, with blanks around it and single `_` between
/// digits.
package struct PythonInteger: Equatable, CustomStringConvertible {
    private let isNegative: Bool
    /// Decimal, the first one first, without leading zeros.
    private let digits: [Int]

    private init(isNegative: Bool, digits: some Sequence<Int>) {
        let significant = Array(digits.drop { $0 == 0 })
        self.digits = significant.isEmpty ? [0] : significant
        self.isNegative = isNegative && !significant.isEmpty
    }

    /// The number that a text spells; `nil` where Python raises `ValueError`, as for more than 4300 digits.
    package init?(_ text: some StringProtocol) {
        var rest = Substring(String(text).strippedOfBlanks)
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        var digits: [Int] = []
        var mayPart = false
        for scalar in rest.unicodeScalars {
            if scalar == "_", mayPart {
                mayPart = false
                continue
            }
            guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else {
                return nil
            }
            digits.append(Int(value))
            mayPart = true
        }
        guard mayPart, digits.count <= 4300 else { return nil }
        self.init(isNegative: isNegative, digits: digits)
    }

    package var description: String { (isNegative ? "-" : "") + digits.map(String.init).joined() }

    /// The number; `nil` where 64 bits do not hold it.
    package var exact: Int? { Int(description) }

    /// The number with so many zeros behind it.
    package func timesTen(toThe power: Int) -> PythonInteger {
        PythonInteger(isNegative: isNegative, digits: digits + Array(repeating: 0, count: power))
    }

    /// The number; the nearest that 64 bits hold for one beyond them.
    package var clamped: Int { Int(description) ?? (isNegative ? .min : .max) }

    /// The number that is one greater.
    package var successor: PythonInteger {
        isNegative ? changed(by: -1) : changed(by: 1)
    }

    /// The number that is one less.
    package var predecessor: PythonInteger {
        if digits == [0] { return PythonInteger(isNegative: true, digits: [1]) }
        return isNegative ? changed(by: 1) : changed(by: -1)
    }

    /// With one more or one less in magnitude, which is not 0 where it becomes less.
    private func changed(by step: Int) -> PythonInteger {
        var digits = [0] + digits
        for index in digits.indices.reversed() {
            digits[index] += step
            if digits[index] == 10 {
                digits[index] = 0
            } else if digits[index] == -1 {
                digits[index] = 9
            } else {
                break
            }
        }
        return PythonInteger(isNegative: isNegative, digits: digits)
    }
}

extension Int {
    /// The number that Python's `int()` reads; the nearest that 64 bits hold for one beyond them, which is the id of no
    /// row and out of every range.
    @_specialize(where Text == String)
    package init?<Text: StringProtocol>(python text: Text) {
        // What Swift reads, Python reads as the same number.
        if let plain = Int(text) {
            self = plain
            return
        }
        guard let number = PythonInteger(text) else { return nil }
        self = number.clamped
    }
}
