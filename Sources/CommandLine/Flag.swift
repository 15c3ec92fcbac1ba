/// A flag of a command, and at once the key under which its value is found in `ParsedValues`.
///
/// The type of the value says how often the flag may be given: `Flag<Int>` once, with a default or required,
/// `Flag<Int?>` at most once, `Flag<[Int]>` any number of times, and `Flag<Bool>` is a switch without a value.
public struct Flag<Value: Sendable>: AnyFlag {
    /// Without its dashes.
    public let name: String
    /// What stands for the value in the help text; `nil` for a switch.
    public let placeholder: String?
    /// Explains it in the help text: no capital at the beginning, no full stop.
    public let help: String
    /// True for lists and for switches, where saying it twice does no harm.
    public let isRepeatable: Bool
    /// True when a command line without it is refused.
    public let isRequired: Bool
    /// The default as the help text shows it; `nil` where leaving the flag out means nothing.
    public let defaultText: String?
    let read: @Sendable ([String]) throws -> Value

    /// Makes a value of what was given, in order.
    func value(of texts: [String]) throws(UsageError) -> Value {
        do {
            return try read(texts)
        } catch let error as FlagValueError {
            throw UsageError(flag: name, error.reason)
        } catch {
            throw UsageError(flag: name, "\(error)")
        }
    }

    /// Reads the texts and forgets the value: a mistake shows before the command does anything.
    public func check(_ texts: [String]) throws(UsageError) { _ = try value(of: texts) }
}

extension Flag where Value: FlagReadable {
    /// A flag with a value, `defaultValue` when it is not given.
    /// - Parameter shown: the default as the help text writes it, where the value's own description will not do.
    public init(
        _ name: String, _ placeholder: String, default defaultValue: Value, shown: String? = nil, help: String
    ) {
        self.init(
            name: name, placeholder: placeholder, help: help, isRepeatable: false, isRequired: false,
            defaultText: shown ?? "\(defaultValue)",
            read: { try $0.last.map(Value.init(flagText:)) ?? defaultValue })
    }

    /// A flag with a value that must be given.
    public init(required name: String, _ placeholder: String, help: String) {
        self.init(
            name: name, placeholder: placeholder, help: help, isRepeatable: false, isRequired: true, defaultText: nil,
            read: { texts in
                guard let text = texts.last else { throw FlagValueError("is required") }
                return try Value(flagText: text)
            })
    }
}

extension Flag {
    /// A flag with a value, `nil` when it is not given.
    public init<Wrapped: FlagReadable>(_ name: String, _ placeholder: String, help: String)
    where Value == Wrapped? {
        self.init(
            name: name, placeholder: placeholder, help: help, isRepeatable: false, isRequired: false,
            defaultText: nil,
            read: { try $0.last.map(Wrapped.init(flagText:)) })
    }

    /// A flag with a value that may be given several times; the values come in the order they were given.
    public init<Element: FlagReadable>(_ name: String, _ placeholder: String, help: String)
    where Value == [Element] {
        self.init(
            name: name, placeholder: placeholder, help: help, isRepeatable: true, isRequired: false,
            defaultText: nil,
            read: { try $0.map(Element.init(flagText:)) })
    }
}

extension Flag<Bool> {
    /// A switch: true when it is given.
    public init(_ name: String, help: String) {
        self.init(
            name: name, placeholder: nil, help: help, isRepeatable: true, isRequired: false, defaultText: nil,
            read: { !$0.isEmpty })
    }
}

/// A flag whatever its value's type, as a command lists it.
public protocol AnyFlag: Sendable {
    /// The name without its dashes.
    var name: String { get }
    /// What stands for the value in the help text; `nil` for a switch.
    var placeholder: String? { get }
    /// Explains it in the help text.
    var help: String { get }
    /// True when it may be given more than once.
    var isRepeatable: Bool { get }
    /// True when a command line without it is refused.
    var isRequired: Bool { get }
    /// The default as the help text shows it.
    var defaultText: String? { get }
    /// Tries whether what was given can be read.
    /// - Throws: `UsageError` that names the flag.
    func check(_ texts: [String]) throws(UsageError)
}
