import MAASRegion

/// Tells whether a text is an XPath 1.0 expression, as tags' definitions must be. It is not evaluated.
struct XPathSyntax {
    private enum Token: Equatable {
        case name(String)
        case number
        case literal
        case symbol(String)
    }

    private let tokens: [Token]
    private var position = 0

    static func isValid(_ text: String) -> Bool {
        guard let tokens = tokens(of: text), !tokens.isEmpty else { return false }
        var parser = XPathSyntax(tokens: tokens)
        return parser.expression(depth: 0) && parser.position == tokens.count
    }

    private init(tokens: [Token]) { self.tokens = tokens }

    private var next: Token? { position < tokens.count ? tokens[position] : nil }

    private mutating func take(_ symbols: String...) -> Bool {
        guard case .symbol(let symbol)? = next, symbols.contains(symbol) else { return false }
        position += 1
        return true
    }

    /// A chain of operands and binary operators; precedence does not matter for validity. `depth` bounds recursion.
    private mutating func expression(depth: Int) -> Bool {
        guard depth < 200 else { return false }
        while true {
            while take("-") {}
            guard operand(depth: depth) else { return false }
            switch next {
            case .symbol(let symbol)? where ["=", "!=", "<", "<=", ">", ">=", "+", "-", "|", "*"].contains(symbol):
                position += 1
            case .name(let word)? where ["and", "or", "div", "mod"].contains(word):
                position += 1
            default: return true
            }
        }
    }

    private mutating func operand(depth: Int) -> Bool {
        var hasPrimary = false
        switch next {
        case .number?, .literal?:
            position += 1
            hasPrimary = true
        case .symbol("$")?:
            position += 1
            guard case .name? = next else { return false }
            position += 1
            hasPrimary = true
        case .symbol("(")?:
            position += 1
            guard expression(depth: depth + 1), take(")") else { return false }
            hasPrimary = true
        case .name(let word)? where isCall(word):
            position += 2
            guard arguments(depth: depth) else { return false }
            hasPrimary = true
        default: break
        }
        if hasPrimary {
            guard predicates(depth: depth) else { return false }
            return take("/", "//") ? relativePath(depth: depth) : true
        }
        if take("//") { return relativePath(depth: depth) }
        if take("/") { return startsStep ? relativePath(depth: depth) : true }
        return relativePath(depth: depth)
    }

    private static let nodeTypes = ["comment", "text", "processing-instruction", "node"]

    private func isCall(_ word: String) -> Bool {
        guard position + 1 < tokens.count, tokens[position + 1] == .symbol("(") else { return false }
        return !Self.nodeTypes.contains(word)
    }

    private mutating func arguments(depth: Int) -> Bool {
        if take(")") { return true }
        while expression(depth: depth + 1) {
            if take(")") { return true }
            guard take(",") else { return false }
        }
        return false
    }

    private mutating func predicates(depth: Int) -> Bool {
        while take("[") {
            guard expression(depth: depth + 1), take("]") else { return false }
        }
        return true
    }

    private var startsStep: Bool {
        switch next {
        case .name?, .symbol("*")?, .symbol("@")?, .symbol(".")?, .symbol("..")?: true
        default: false
        }
    }

    private mutating func relativePath(depth: Int) -> Bool {
        repeat {
            guard step(depth: depth) else { return false }
        } while take("/", "//")
        return true
    }

    private mutating func step(depth: Int) -> Bool {
        if take(".", "..") { return true }
        if !take("@"), case .name? = next, position + 1 < tokens.count, tokens[position + 1] == .symbol("::") {
            position += 2
        }
        if take("*") { return predicates(depth: depth) }
        guard case .name(let word)? = next else { return false }
        position += 1
        if Self.nodeTypes.contains(word), take("(") {
            if case .literal? = next { position += 1 }
            guard take(")") else { return false }
        }
        return predicates(depth: depth)
    }

    private static func tokens(of text: String) -> [Token]? {
        let characters = Array(text)
        var tokens: [Token] = []
        var index = 0
        while index < characters.count {
            let character = characters[index]
            let pair = index + 1 < characters.count ? String(characters[index...(index + 1)]) : ""
            if character.isWhitespace {
                index += 1
            } else if character == "\"" || character == "'" {
                guard let end = characters[(index + 1)...].firstIndex(of: character) else { return nil }
                tokens.append(.literal)
                index = end + 1
            } else if character.isNumber || (character == "." && pair.last?.isNumber == true) {
                while index < characters.count, characters[index].isNumber || characters[index] == "." { index += 1 }
                tokens.append(.number)
            } else if character.isLetter || character == "_" {
                var word = ""
                while index < characters.count, isPartOfName(characters, index) {
                    word.append(characters[index])
                    index += 1
                }
                tokens.append(.name(word))
            } else if ["//", "::", "..", "!=", "<=", ">="].contains(pair) {
                tokens.append(.symbol(pair))
                index += 2
            } else if "()[]@,/|+-=<>*.$".contains(character) {
                tokens.append(.symbol(String(character)))
                index += 1
            } else {
                return nil
            }
        }
        return tokens
    }

    /// Names may hold one colon, but `::` ends them.
    private static func isPartOfName(_ characters: [Character], _ index: Int) -> Bool {
        let character = characters[index]
        if character == ":" {
            return index + 1 < characters.count && characters[index + 1].isLetter && characters[index - 1] != ":"
        }
        return character.isLetter || character.isNumber || "_-.".contains(character)
    }
}
