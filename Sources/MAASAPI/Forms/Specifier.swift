import Formats
import MAASRegion
import SQLite

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
    /// An object that is offered, by its id or by a specifier (MAAS's `SpecifierOrModelChoiceField`). MAAS names the id
    /// that it did not find.
    /// - Throws: `Refusal` for what a specifier cannot be read from.
    mutating func specified<Object>(
        _ name: String, required: Bool = false, _ model: Specifiers.Model, _ db: Connection,
        find: (Connection, _ id: Int) throws -> Object?, where isOffered: (Object) -> Bool = { _ in true }
    ) throws -> FormField<Object> {
        let field = unstripped(name, required: required)
        switch field {
        case .absent: return .absent
        case .empty: return .empty
        case .value(let text):
            func offered(_ id: Int) throws -> Object? { try find(db, id).flatMap { isOffered($0) ? $0 : nil } }
            if let id = Specifiers.id(text, prefix: model.className.lowercased()) {
                if let object = try offered(id) { return .value(object) }
                add(name, "None found with id=\(text).")
                return .absent
            }
            let found: [Object]
            do {
                found = try Specifiers(db: db).ids(model, text).sorted().compactMap(offered)
            } catch Refusal.invalid(let message) {
                add(name, message)
                return .absent
            }
            if found.count == 1, let object = found.first { return .value(object) }
            add(name, found.isEmpty ? Self.unknownReference : "Got more than one \(model.className.lowercased()).")
            return .absent
        }
    }

    /// Another object by its id, as Django's `ModelChoiceField` finds it.
    package mutating func reference<Object>(
        _ name: String, required: Bool = false, _ db: Connection, find: (Connection, _ id: Int) throws -> Object?
    ) throws -> FormField<Object> {
        try reference(name, required: required) { text in try Int(python: text).flatMap { try find(db, $0) } }
    }

    /// The name of a fabric or a space: letters, digits, `_` and `-`, not one of those that MAAS gives itself.
    /// - Parameter id: Of the object that is changed; its own `fabric-N` is allowed.
    mutating func networkName(_ kind: String, id: Int?) -> FormField<String> {
        let field = raw("name")
        guard let text = field.value else { return field }
        let length = text.unicodeScalars.count
        guard length <= 256 else {
            add("name", "Ensure this value has at most 256 characters (it has \(length)).")
            return .absent
        }
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
