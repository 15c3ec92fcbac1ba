extension Double {
    /// The number that a text spells for Python's `float()`: blanks around it, single underscores between digits, digits
    /// of every script, `inf` and `nan`, and no hexadecimal.
    package init?(python text: String) {
        var plain = ""
        var last: Unicode.Scalar = "_"
        let scalars = Array(text.strippedOfBlanks.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if scalar == "_" {
                guard last.decimalDigit != nil, index + 1 < scalars.count, scalars[index + 1].decimalDigit != nil else {
                    return nil
                }
            } else if let digit = scalar.decimalDigit {
                plain += String(digit)
            } else {
                plain.unicodeScalars.append(scalar)
            }
            last = scalar
        }
        let word = plain.drop { $0 == "+" || $0 == "-" }.lowercased()
        if plain.count - word.count > 1 { return nil }
        let isNamed = ["inf", "infinity", "nan"].contains(word)
        guard isNamed || word.allSatisfy({ "0123456789.e+-".contains($0) }),
            let number = Double(plain) ?? Double(dotted: plain)
        else { return nil }
        self = number
    }

    /// `5.` and `.5`, which Swift does not read.
    private init?(dotted text: String) {
        guard let dot = text.firstIndex(of: ".") else { return nil }
        let (whole, rest) = (text[..<dot], text[text.index(after: dot)...])
        let fraction = rest.prefix { $0.isNumber }
        guard whole.last?.isNumber == true || !fraction.isEmpty else { return nil }
        let digits = whole.last?.isNumber == true ? String(whole) : whole + "0"
        self.init("\(digits).\(fraction.isEmpty ? "0" : fraction)\(rest.dropFirst(fraction.count))")
    }
}

extension Unicode.Scalar {
    /// The value of a decimal digit in any script.
    package var decimalDigit: Int? {
        guard properties.numericType == .decimal else { return nil }
        return properties.numericValue.map { Int($0) }
    }
}
