import Addresses
import Formats
import MAASRegion

/// Holds a fixture against the tables of its format, and finds everything that is not of them at once: unknown keys,
/// missing ones, values of another kind.
struct FixtureShapeCheck {
    private(set) var errors: [FixtureError] = []

    init(_ fixture: JSONValue) { check(fixture, .object(.fixture), at: .top) }

    private mutating func complain(_ place: FixturePlace, _ reason: String) {
        errors.append(FixtureError(path: place.text, reason: reason))
    }

    private mutating func check(_ value: JSONValue, _ shape: FixtureShape, at place: FixturePlace) {
        do throws(FixtureError) {
            try checkPlain(FixtureValue(value: value, place: place), shape)
        } catch {
            errors.append(error)
            return
        }
        switch (shape, value) {
        case (.list(let element), .array(let elements)):
            for (index, value) in elements.enumerated() { check(value, element, at: .index(place, index)) }
        case (.members(let element), .object(let members)):
            for (key, value) in members.sorted(by: { $0.key < $1.key }) where key != "about" || value.string == nil {
                check(value, element, at: .key(place, key))
            }
        case (.object(let kind), .object(let members)): check(members, kind, at: place)
        default: break
        }
    }

    private mutating func check(_ members: [String: JSONValue], _ kind: FixtureKind, at place: FixturePlace) {
        for (key, value) in members.sorted(by: { $0.key < $1.key }) where key != "about" {
            guard let known = kind.key(key) else {
                let hint = FixtureLikeness.hint(key, among: kind.names)
                complain(
                    .key(place, key),
                    "unknown key; known here are \(kind.names.sorted().joined(separator: ", "))\(hint)")
                continue
            }
            if value != .null { check(value, known.shape, at: .key(place, key)) }
        }
        for key in kind.keys where key.isRequired && (members[key.name] ?? .null) == .null {
            complain(.key(place, key.name), "is missing")
        }
    }

    /// Checks a value for itself, without what is in it.
    private func checkPlain(_ value: FixtureValue, _ shape: FixtureShape) throws(FixtureError) {
        do {
            switch shape {
            case .anything: break
            case .text, .hostname: _ = try value.text()
            case .flag: _ = try value.flag()
            case .integer(let range): _ = try value.integer(range)
            case .number(let range): _ = try value.number(range)
            case .words(let words): try Self.check(try value.text(), isOf: words, value)
            case .macAddress:
                guard MACAddress.isStorable(try value.text()) else {
                    throw value.error("must be a MAC address such as 00:16:3e:00:00:01, not \(try value.text())")
                }
            case .address:
                guard IPAddress(try value.text()) != nil else {
                    throw value.error("must be an IP address, not \(try value.text())")
                }
            case .network:
                _ = try FixtureObject(members: ["": value.value]).network("")
            case .list: _ = try value.list()
            case .object, .members: _ = try value.dictionary()
            }
        } catch let error as FixtureError {
            throw FixtureError(path: value.path, reason: error.reason)
        } catch {
            throw value.error("\(error)")
        }
    }

    private static func check(_ word: String, isOf words: [String], _ value: FixtureValue) throws {
        guard !words.contains(word) else { return }
        let hint = FixtureLikeness.hint(word, among: words)
        throw value.error("must be one of \(words.joined(separator: ", ")), not \(word)\(hint)")
    }
}
