import Addresses
import Formats
import SQLite

extension NodeConstraints {
    /// Checks the values of one constraint; `nil` after a refusal, or when they constrain nothing.
    package static func read(
        _ sent: [String], for constraint: NodeConstraint, _ errors: inout FieldErrors, _ db: Connection
    ) throws -> Given? {
        switch constraint.values {
        case .text, .fabrics:
            return Given(constraint: constraint, values: sent, shown: sent.joined(separator: ","))
        case .existing(let table, let column, let isNameChecked, let refusal):
            if isNameChecked, !sent.allSatisfy(isObjectName) {
                return refuse(constraint, "Enter a valid value.", &errors)
            }
            let unknown = try Set(sent).sorted().filter { name in
                // MAAS knows the names there are, and looks for one among them by itself.
                if name.unicodeScalars.contains("\0") { return true }
                let count: Int? = try db.scalar("SELECT COUNT(*) FROM \(table) WHERE \(column) = ?", name)
                return count == 0
            }
            guard unknown.isEmpty else { return refuse(constraint, refusal(unknown), &errors) }
            return Given(constraint: constraint, values: sent, shown: sent.joined(separator: ","))
        case .tags:
            return try tags(sent, constraint, &errors, db)
        case .number(let refusal):
            let numbers = sent.compactMap { Double(python: $0) }
            guard numbers.count == sent.count, let least = numbers.min() else {
                return refuse(constraint, refusal, &errors)
            }
            if numbers.contains(where: \.isNaN) { throw Refusal.unexpected("cannot convert float NaN to integer") }
            return Given(
                constraint: constraint, values: [least], shown: numbers.map(\.description).joined(separator: ","))
        case .choice(let stored):
            var values: [Int] = []
            for word in sent {
                guard let found = stored(bare(word)) else {
                    return refuse(
                        constraint, FieldErrors.unknownChoice(bare(word)),
                        &errors)
                }
                values += found
            }
            let isFlag = constraint.name.hasSuffix("deployment_target")
            let shown = values.map { isFlag ? ($0 == 1 ? "True" : "False") : String($0) }.joined(separator: ",")
            return Given(constraint: constraint, values: values, shown: shown)
        case .word(let choices):
            let words = sent.map(bare)
            if let wrong = words.first(where: { !choices.contains($0) }) {
                return refuse(
                    constraint, FieldErrors.unknownChoice(wrong), &errors)
            }
            return Given(constraint: constraint, values: words, shown: words.joined(separator: ","))
        case .architecture:
            return try architectures(sent, constraint, &errors, db)
        case .macAddress:
            if let wrong = sent.first(where: { !MACAddress.isAccepted($0) }) {
                return refuse(constraint, MACAddress.message(wrong), &errors)
            }
            // MAAS compares them as they were written.
            return Given(constraint: constraint, values: sent, shown: sent.joined(separator: ","))
        case .subnets: return try specified(.subnet, "subnets", sent, constraint, &errors, db)
        case .vlans: return try specified(.vlan, "VLANs", sent, constraint, &errors, db)
        }
    }

    /// Whether a text can be the name of a zone or pool.
    private static func isObjectName(_ text: String) -> Bool {
        guard let first = text.first, first.isWordCharacter else { return false }
        return text.allSatisfy { $0.isWordCharacter || $0 == " " || $0 == "-" }
    }

    private static func specified(
        _ model: Specifiers.Model, _ label: String, _ sent: [String], _ constraint: NodeConstraint,
        _ errors: inout FieldErrors, _ db: Connection
    ) throws -> Given? {
        do {
            let ids = try Specifiers(db: db).ids(model, anyOf: sent).sorted()
            guard !ids.isEmpty else { return refuse(constraint, "No matching \(label) found.", &errors) }
            return Given(constraint: constraint, values: ids, shown: ids.map(String.init).joined(separator: ","))
        } catch Refusal.invalid(let text) {
            return refuse(constraint, text, &errors)
        } catch Refusal.unexpected(_, let exception) {
            // MAAS trips over its own handling of such values.
            throw Refusal.unexpected("'\(exception.rawValue)' object has no attribute 'message'")
        }
    }

    private static func refuse(_ constraint: NodeConstraint, _ message: String, _ errors: inout FieldErrors) -> Given? {
        errors.add(constraint.name, message)
        return nil
    }

    /// MAAS lets a choice be written with an equals sign in front.
    private static func bare(_ word: String) -> String { word.hasPrefix("=") ? String(word.dropFirst()) : word }

    private static func tags(
        _ sent: [String], _ constraint: NodeConstraint, _ errors: inout FieldErrors, _ db: Connection
    ) throws -> Given? {
        let names = Set(sent.flatMap { $0.split { $0 == "," || $0.isWhitespace }.map(String.init) }).sorted()
        guard !names.isEmpty else { return nil }
        let unknown = try names.filter { try Tag.find(db, name: $0) == nil }
        guard unknown.isEmpty else {
            let list = unknown.map { "'\($0)'" }.joined(separator: ", ")
            return refuse(constraint, "No such tag(s): \(list).", &errors)
        }
        return Given(constraint: constraint, values: names, shown: names.joined(separator: ","))
    }

    private static func architectures(
        _ sent: [String], _ constraint: NodeConstraint, _ errors: inout FieldErrors, _ db: Connection
    ) throws -> Given? {
        let usable = try UsableImages.architectures(db)
        var found: [String] = []
        for word in sent {
            let primary = usable.filter { $0.hasPrefix("\(word)/") }
            if usable.contains(word) {
                found.append(word)
            } else if !primary.isEmpty {
                found += primary
            } else {
                return refuse(constraint, "Architecture not recognised.", &errors)
            }
        }
        return Given(constraint: constraint, values: found, shown: found.joined(separator: ","))
    }
}
