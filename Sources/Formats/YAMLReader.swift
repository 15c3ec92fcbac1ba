/// Reads a document: blocks are told apart by indentation, and brackets, quotes and blocks of text are read by the
/// extensions in the files beside this one.
struct YAMLReader {
    var cursor: YAMLCursor
    /// How many lists and mappings are open.
    var depth = 0
    /// The members of the mapping that is the whole document, in their order.
    private(set) var outermost: YAML.Mapping = []

    init(_ text: String) { cursor = YAMLCursor(text) }

    /// The only document of the text; `nil` when it is empty.
    mutating func document() throws(YAML.SyntaxError) -> JSONValue? {
        try cursor.checkCharacters()
        try cursor.skipToToken()
        var mayOpenBlock = true
        var isMarked = false
        if cursor.isAtMarker(UInt8(ascii: "-")) {
            isMarked = true
            cursor.position += 3
            mayOpenBlock = try cursor.skipToToken()
        }
        var node: JSONValue?
        if !cursor.isAtEndOfDocument {
            node = try block(below: -1, mayOpenBlock: mayOpenBlock)
            try cursor.skipToToken()
        } else if !isMarked, cursor.isAtMarker {
            throw cursor.error(.documents)
        }
        var hasEnded = false
        while cursor.isAtMarker(UInt8(ascii: ".")) {
            hasEnded = true
            cursor.position += 3
            try cursor.skipToToken()
        }
        if cursor.isAtMarker || (hasEnded && !cursor.isAtEnd) { throw cursor.error(.documents) }
        guard cursor.isAtEnd else { throw cursor.error(.indentation) }
        return node
    }

    /// A node that begins here, in a block that is indented by `indent`.
    /// - Parameter mayOpenBlock: whether a list or mapping may begin on this line.
    private mutating func block(below indent: Int, mayOpenBlock: Bool) throws(YAML.SyntaxError) -> JSONValue {
        switch cursor.byte {
        case UInt8(ascii: "-") where cursor.isSpace(1):
            guard mayOpenBlock else { throw cursor.error(.nestedBlock) }
            return try list(at: cursor.column)
        case UInt8(ascii: "?") where cursor.isSpace(1): throw cursor.error(.complexKey)
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return .string(try blockText(below: indent))
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            let node = try brackets()
            cursor.skipBlanks()
            if isAtColon { throw cursor.error(.complexKey) }
            try cursor.finishLine()
            return node
        default:
            let start = cursor
            let scalar = try self.scalar(below: indent)
            if try takeColon(after: start) {
                guard mayOpenBlock else { throw start.error(.nestedBlock) }
                return try mapping(at: start.column, first: scalar)
            }
            try cursor.finishLine()
            return scalar
        }
    }

    private var isAtColon: Bool { cursor.byte == UInt8(ascii: ":") && cursor.isSpace(1) }

    /// Whether the scalar that was read from `start` is a key; the colon is read then.
    private mutating func takeColon(after start: YAMLCursor) throws(YAML.SyntaxError) -> Bool {
        let end = cursor
        cursor.skipBlanks()
        guard isAtColon else {
            cursor = end
            return false
        }
        try checkKey(from: start)
        cursor.position += 1
        return true
    }

    /// A key must end on its line, and within so many characters.
    func checkKey(from start: YAMLCursor) throws(YAML.SyntaxError) {
        guard cursor.line == start.line, cursor.position - start.position <= 1024 else { throw start.error(.longKey) }
    }

    /// Counts one more open list or mapping.
    mutating func nest() throws(YAML.SyntaxError) {
        depth += 1
        if depth > YAML.maximumDepth { throw cursor.error(.tooDeep) }
    }

    // MARK: Lists and mappings

    private var isAtDash: Bool { cursor.byte == UInt8(ascii: "-") && cursor.isSpace(1) }

    /// The entries of a list whose dashes stand in one column. One that is a member's value may stand in the column of
    /// the member's key.
    private mutating func list(at column: Int, inMapping: Bool = false) throws(YAML.SyntaxError) -> JSONValue {
        try nest()
        var elements: [JSONValue] = []
        repeat {
            cursor.position += 1
            elements.append(try value(in: column, mayOpenBlock: true, mayBeList: false))
        } while try isNext(at: column) && isAtDash
        if !inMapping, !cursor.isAtEndOfDocument, cursor.column == column { throw cursor.error(.indentation) }
        depth -= 1
        return .array(elements)
    }

    /// The members of a mapping whose keys stand in one column; the colon after the first one is behind.
    private mutating func mapping(at column: Int, first: JSONValue) throws(YAML.SyntaxError) -> JSONValue {
        try nest()
        var members = YAMLMembers()
        var key = first
        while true {
            let value = try self.value(in: column, mayOpenBlock: false, mayBeList: true)
            guard members.set(key, value) else { throw cursor.error(.keyCollision) }
            guard try isNext(at: column) else { break }
            key = try self.key(at: column)
        }
        return close(members)
    }

    /// Ends a mapping.
    mutating func close(_ members: YAMLMembers) -> JSONValue {
        depth -= 1
        if depth == 0 { outermost = members.list }
        return members.json
    }

    private mutating func key(at column: Int) throws(YAML.SyntaxError) -> JSONValue {
        switch cursor.byte {
        case UInt8(ascii: "-") where cursor.isSpace(1): throw cursor.error(.missingKey)
        case UInt8(ascii: "?") where cursor.isSpace(1): throw cursor.error(.complexKey)
        case UInt8(ascii: "|"), UInt8(ascii: ">"): throw cursor.error(.missingKey)
        case UInt8(ascii: "["), UInt8(ascii: "{"): throw cursor.error(.complexKey)
        default: break
        }
        let start = cursor
        let key = try scalar(below: column)
        guard try takeColon(after: start) else { throw start.error(.missingKey) }
        return key
    }

    /// What follows a dash or colon: a node on the same line, one that is indented further, or nothing.
    private mutating func value(in column: Int, mayOpenBlock: Bool, mayBeList: Bool) throws(YAML.SyntaxError)
        -> JSONValue
    {
        let isOnNextLine = try cursor.skipToToken()
        if cursor.isAtEndOfDocument { return .null }
        if !isOnNextLine { return try block(below: column, mayOpenBlock: mayOpenBlock) }
        if cursor.column > column { return try block(below: column, mayOpenBlock: true) }
        if mayBeList, cursor.column == column, isAtDash { return try list(at: column, inMapping: true) }
        return .null
    }

    /// Goes to the next token, and tells whether it stands in the column of a block.
    private mutating func isNext(at column: Int) throws(YAML.SyntaxError) -> Bool {
        try cursor.skipToToken()
        if cursor.isAtEndOfDocument || cursor.column < column { return false }
        guard cursor.column == column else { throw cursor.error(.indentation) }
        return true
    }
}
