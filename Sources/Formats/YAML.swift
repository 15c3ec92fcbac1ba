/// As much of YAML 1.1 as the metadata of scripts needs: mappings and lists in blocks and in brackets, plain, quoted and
/// block scalars, also over several lines, comments, and one document with or without its `---` and `...`.
///
/// The judge is PyYAML's safe loader, which MAAS reads with: a text is read as it reads it, or refused by the name of
/// what stands in the way. Refused are anchors, aliases, tags, directives, merge keys, several documents, keys that are
/// no scalars, dates, and numbers that JSON has no room for. Time is linear in the length of the text.
package enum YAML {
    /// A mapping whose members keep their order.
    package typealias Mapping = [(key: String, value: JSONValue)]

    /// How deep lists and mappings may stand in one another.
    package static let maximumDepth = 100

    /// Why a text is not read, and where.
    package struct SyntaxError: Error {
        package let fault: Fault
        /// Counted from 1.
        package let line: Int

        /// What stands in the way, for people.
        package var message: String { "\(fault.rawValue) in line \(line)" }
    }

    /// Reads a text that is a mapping.
    /// - Returns: `nil` when it is empty or something else.
    package static func mapping(_ text: String) throws(SyntaxError) -> Mapping? {
        var reader = YAMLReader(text)
        guard case .object? = try reader.document() else { return nil }
        return reader.outermost
    }

    /// Reads a text.
    package static func value(_ text: String) throws(SyntaxError) -> JSONValue {
        var reader = YAMLReader(text)
        return try reader.document() ?? .null
    }
}

extension YAML {
    /// What a text is refused for: YAML that is not read here, or what is no YAML.
    package enum Fault: String, Error, CaseIterable {
        // What other readers know.
        case alias = "an alias (*) is not read"
        case anchor = "an anchor (&) is not read"
        case complexKey = "a key must be a scalar"
        case date = "a date must be in quotes"
        case directive = "a directive (%) is not read"
        case documents = "there must be one document only"
        case infinite = "JSON has no such number"
        case keyCollision = "a key is the same as another of a different kind"
        case largeNumber = "a number is too large"
        case lineSeparator = "lines must end in a line feed"
        case mergeKey = "a merge key (<<) or value key (=) is not read"
        case tag = "a tag (!) is not read"
        case tooDeep = "lists and mappings are nested too deeply"
        // What is wrong.
        case character = "a character is not allowed"
        case comment = "a comment must follow a blank"
        case emptyNumber = "a number has no digits"
        case escape = "a backslash is followed by what is no escape"
        case flowEntry = "an entry in brackets must be followed by a comma or the closing bracket"
        case header = "the head of a block of text is wrong"
        case indentation = "the indentation fits no list or mapping"
        case longKey = "a key must be on one line and have at most 1024 characters"
        case missingKey = "a key is expected"
        case nestedBlock = "a list or mapping must begin on a line of its own"
        case openBrackets = "brackets are not closed"
        case openQuotes = "quotes are not closed"
        case reserved = "a scalar cannot begin with this character"
        case tab = "a tab cannot be used for spacing"
        case trailing = "something follows a value on its line"
    }
}
