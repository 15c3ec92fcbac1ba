/// What plain scalars stand for in YAML 1.1: its numbers, switches and nothing, else text.
enum YAMLScalar {
    /// - Throws: the fault of one that is no value of JSON, such as a date.
    static func plain(_ text: String) throws(YAML.Fault) -> JSONValue {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": return .bool(true)
        case "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": return .bool(false)
        case "<<", "=": throw .mergeKey
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN":
            throw .infinite
        default: break
        }
        guard let first = text.utf8.first, "+-.0123456789".utf8.contains(first) else { return .string(text) }
        if isDate(text) { throw .date }
        var bytes = Array(text.utf8)[...]
        let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
        if isSigned { bytes.removeFirst() }
        let isNegative = first == UInt8(ascii: "-")
        if let number = try whole(bytes, isNegative: isNegative) { return .integer(number) }
        if let number = try fraction(bytes, isSigned: isSigned) { return .number(isNegative ? -number : number) }
        return .string(text)
    }

    // MARK: Whole numbers

    /// Binary, hexadecimal, octal (a leading 0), decimal and sexagesimal (`1:30`).
    private static func whole(_ bytes: ArraySlice<UInt8>, isNegative: Bool) throws(YAML.Fault) -> Int? {
        for (prefix, radix) in [("0b", 2), ("0x", 16), ("0", 8)] {
            guard bytes.starts(with: prefix.utf8), bytes.count > prefix.utf8.count,
                let digits = digits(bytes.dropFirst(prefix.utf8.count), radix)
            else { continue }
            if digits.isEmpty, radix != 8 { throw .emptyNumber }
            return try sum(digits, radix, isNegative)
        }
        let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard let first = parts.first, isDigit(first.first), bytes.count == 1 || first.first != UInt8(ascii: "0"),
            let digits = digits(first, 10), parts.dropFirst().allSatisfy(isSixtieth)
        else { return nil }
        let number = try sum(digits, 10, isNegative)
        let sixtieths = parts.dropFirst().map { $0.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
        return try sum(sixtieths, 60, isNegative, from: number)
    }

    /// The values of digits, without the `_` between them; `nil` where something is none.
    private static func digits(_ bytes: ArraySlice<UInt8>, _ radix: Int) -> [Int]? {
        var values: [Int] = []
        for byte in bytes where byte != UInt8(ascii: "_") {
            guard let value = Character(Unicode.Scalar(byte)).hexDigitValue, value < radix else { return nil }
            values.append(value)
        }
        return values
    }

    private static func sum(_ digits: [Int], _ radix: Int, _ isNegative: Bool, from start: Int = 0) throws(YAML.Fault)
        -> Int
    {
        var number = start
        for digit in digits {
            let product = number.multipliedReportingOverflow(by: radix)
            let sum = product.partialValue.addingReportingOverflow(isNegative ? -digit : digit)
            if product.overflow || sum.overflow { throw .largeNumber }
            number = sum.partialValue
        }
        return number
    }

    private static func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

    private static func isSixtieth(_ part: ArraySlice<UInt8>) -> Bool {
        part.count == 1
            ? isDigit(part.first) : part.count == 2 && part.allSatisfy(isDigit) && part[part.startIndex] < 0x36
    }

    // MARK: Fractions

    /// `1.5`, `1.5e+3`, without a sign `.5`, and `1:30.5`.
    private static func fraction(_ bytes: ArraySlice<UInt8>, isSigned: Bool) throws(YAML.Fault) -> Double? {
        guard let point = bytes.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        let mark = bytes[point...].firstIndex { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
        let decimals = bytes[(point + 1)..<(mark ?? bytes.endIndex)]
        guard digits(decimals, 10) != nil, mark.map({ isExponent(bytes[($0 + 1)...]) }) ?? true else { return nil }
        var parts = bytes[..<point].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let first = parts.removeFirst()
        if parts.isEmpty {
            let isNumber = first.isEmpty ? !isSigned && isDigit(decimals.first) : isDigit(first.first)
            guard isNumber, digits(first, 10) != nil else { return nil }
            return try number(bytes)
        }
        guard mark == nil, isDigit(first.first), digits(first, 10) != nil, parts.allSatisfy(isSixtieth) else {
            return nil
        }
        // Beyond this many places PyYAML's sum is not that of floating point.
        guard parts.count <= 10 else { throw .largeNumber }
        parts[parts.count - 1] += bytes[point...]
        var base = 1.0
        var total = 0.0
        for part in ([first] + parts).reversed() {
            total += try number(part) * base
            base *= 60
        }
        return total
    }

    private static func isExponent(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-") else { return false }
        return bytes.count > 1 && bytes.dropFirst().allSatisfy(isDigit)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) throws(YAML.Fault) -> Double {
        let text = String(decoding: bytes.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
        guard let number = Double(text), number.isFinite else { throw .infinite }
        return number
    }

    // MARK: Dates

    /// `2026-01-02`, or a day and a time of day, perhaps with fractions and a zone.
    private static func isDate(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        func take(_ set: String, _ counts: ClosedRange<Int>) -> Bool {
            let count = rest.prefix(counts.upperBound).prefix { set.utf8.contains($0) }.count
            rest.removeFirst(count)
            return count >= counts.lowerBound
        }
        let digits = "0123456789"
        let blanks = " \t"
        guard take(digits, 4...4), take("-", 1...1) else { return false }
        let day = rest
        if take(digits, 2...2), take("-", 1...1), take(digits, 2...2), rest.isEmpty { return true }
        rest = day
        guard take(digits, 1...2), take("-", 1...1), take(digits, 1...2),
            take("Tt", 1...1) || take(blanks, 1...Int.max),
            take(digits, 1...2), take(":", 1...1), take(digits, 2...2), take(":", 1...1), take(digits, 2...2)
        else { return false }
        if take(".", 1...1) { _ = take(digits, 0...Int.max) }
        if rest.isEmpty { return true }
        _ = take(blanks, 0...Int.max)
        if take("Z", 1...1) { return rest.isEmpty }
        guard take("+-", 1...1), take(digits, 1...2) else { return false }
        return rest.isEmpty || (take(":", 1...1) && take(digits, 2...2) && rest.isEmpty)
    }
}
