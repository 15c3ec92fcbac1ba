import Formats

/// How MAAS's paths and parameters name fabrics, spaces and domains: by id, by name, or by `id:` or `name:` and one
/// of them.
enum Specifier {
    /// The object that `text` names.
    package static func find<Object>(
        _ text: String, id: (Int) throws -> Object?, name: (String) throws -> Object?
    ) throws -> Object? {
        if text.hasPrefix("id:") { return try Int(text.dropFirst(3)).flatMap(id) }
        if text.hasPrefix("name:") { return try name(String(text.dropFirst(5))) }
        if let number = Int(text) { return try id(number) }
        return try name(text)
    }
}

extension Form {
    /// An object by specifier. MAAS names the id that it did not find.
    mutating func specified<Object>(
        _ name: String, required: Bool = false, find: (String) throws -> Object?
    ) throws -> FormField<Object> {
        let field = untrimmed(name, required: required)
        switch field {
        case .absent: return .absent
        case .empty: return .empty
        case .value(let text):
            if let object = try find(text) { return .value(object) }
            add(name, Int(text) != nil ? "None found with id=\(text)." : Self.unknownReference)
            return .absent
        }
    }

    /// The name of a fabric or a space: letters, digits, `_` and `-`, not one of those that MAAS gives itself.
    /// - Parameter id: Of the object that is changed; its own `fabric-N` is allowed.
    mutating func networkName(_ kind: String, id: Int?) -> FormField<String> {
        let field = raw("name")
        guard let text = field.value else { return field }
        guard text.allSatisfy({ $0.isWordCharacter || $0 == "-" }) else {
            add("name", "Invalid \(kind) name: \(text).")
            return .absent
        }
        let number = text.hasPrefix("\(kind)-") ? text.dropFirst(kind.count + 1) : ""
        let isReserved = !number.isEmpty && number.allSatisfy(\.isNumber)
        if isReserved, id.map({ text != "\(kind)-\($0)" }) ?? true {
            add("name", "Reserved \(kind) name.")
            return .absent
        }
        return field
    }
}
