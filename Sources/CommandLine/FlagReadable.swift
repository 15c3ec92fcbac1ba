import FoundationEssentials

/// A type that can be read from the text after a flag.
public protocol FlagReadable: Sendable {
    /// Reads `flagText`.
    /// - Throws: `FlagValueError`, whose text completes the sentence that begins with the flag's name.
    init(flagText: String) throws(FlagValueError)
}

/// Why the text after a flag is not a value of its type.
public struct FlagValueError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Completes the sentence that begins with the flag's name: `'x' is not a whole number`.
    public let reason: String

    /// Why, to stand after the flag's name and a colon.
    public init(_ reason: String) { self.reason = reason }

    /// The reason.
    public var description: String { reason }
}

extension String: FlagReadable {
    /// Any text but the empty one, which is nearly always a shell variable that was not set.
    public init(flagText: String) throws(FlagValueError) {
        guard !flagText.isEmpty else { throw FlagValueError("the value is empty") }
        self = flagText
    }
}

extension Int: FlagReadable {
    /// Reads digits with an optional sign.
    public init(flagText: String) throws(FlagValueError) {
        guard let value = Int(flagText) else { throw FlagValueError("'\(flagText)' is not a whole number") }
        self = value
    }
}

extension UInt64: FlagReadable {
    /// Reads digits; a minus is refused by name.
    public init(flagText: String) throws(FlagValueError) {
        guard let value = UInt64(flagText) else {
            throw FlagValueError("'\(flagText)' is not a whole number of 0 or more")
        }
        self = value
    }
}

extension Double: FlagReadable {
    /// Reads a decimal number, and neither `nan` nor `inf`.
    public init(flagText: String) throws(FlagValueError) {
        guard let value = Double(flagText), value.isFinite else {
            throw FlagValueError("'\(flagText)' is not a number")
        }
        self = value
    }
}

/// An enumeration of words gets its reading, and an error that lists the words, from its cases.
extension FlagReadable where Self: RawRepresentable & CaseIterable, Self.RawValue == String {
    /// Reads one of the words; a mistake lists all of them, and guesses which one was meant.
    public init(flagText: String) throws(FlagValueError) {
        guard let value = Self(rawValue: flagText) else {
            let words = Self.allCases.map(\.rawValue)
            let hint = Suggestion.nearest(to: flagText, among: words).map { "; did you mean '\($0)'?" } ?? ""
            throw FlagValueError("'\(flagText)' is not one of \(words.joined(separator: ", "))\(hint)")
        }
        self = value
    }
}

extension FlagValueError: LocalizedError {
    /// What `localizedDescription` shows: the description, where Foundation would write only the error's number.
    public var errorDescription: String? { description }
}
