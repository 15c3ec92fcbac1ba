import Foundation

/// A JSON value of unknown shape, with the members of objects in no particular order.
package enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Reads a JSON text.
    /// - Throws: `JSONSyntaxError` with what is wrong and where.
    package init(parsing bytes: some Collection<UInt8>) throws {
        let value =
            bytes.withContiguousStorageIfAvailable(JSONParser.parse)
            ?? Array(bytes).withUnsafeBufferPointer(JSONParser.parse)
        self = try value ?? JSONValue(readByFoundation: bytes)
    }

    /// Foundation's reading, which is also that of texts that nothing else takes.
    init(readByFoundation bytes: some Collection<UInt8>) throws {
        do {
            self.init(try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed))
        } catch {
            throw JSONSyntaxError(error as NSError, in: bytes)
        }
    }

    /// A value as Foundation reads it. Numbers come as `NSNumber`; only their encoding tells truth from 1.
    private init(_ value: Any) {
        switch value {
        case let text as String: self = .string(text)
        case let elements as [Any]: self = .array(elements.map(JSONValue.init))
        case let members as [String: Any]: self = .object(members.mapValues(JSONValue.init))
        case let number as NSNumber:
            switch number.objCType.pointee {
            case CChar(bitPattern: UInt8(ascii: "c")), CChar(bitPattern: UInt8(ascii: "B")):
                self = .bool(number.boolValue)
            // Foundation takes the least whole number for a fraction.
            case CChar(bitPattern: UInt8(ascii: "d")) where number.doubleValue == Double(Int.min):
                self = .integer(.min)
            case CChar(bitPattern: UInt8(ascii: "d")), CChar(bitPattern: UInt8(ascii: "f")):
                self = .number(number.doubleValue)
            case CChar(bitPattern: UInt8(ascii: "Q")): self = .number(number.doubleValue)
            default: self = .integer(number.intValue)
            }
        default: self = .null
        }
    }

    /// The word for this kind of value in error messages.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer: "a whole number"
        case .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// Why a text is not JSON.
package struct JSONSyntaxError: Error {
    package let reason: String

    fileprivate init(_ error: NSError, in bytes: some Collection<UInt8>) {
        let detail = error.userInfo["NSDebugDescription"] as? String ?? "\(error.domain) \(error.code)"
        // Foundation counts characters from the beginning; people count lines.
        let position = detail.firstMatch(of: /character (\d+)/).flatMap { Int($0.1) }
        let line = position.map { bytes.prefix($0).count { $0 == UInt8(ascii: "\n") } + 1 }
        reason = detail + (line.map { " (line \($0))" } ?? "")
    }
}

extension JSONValue: JSONEncodable {
    package func encode(into json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .bool(let value): value.encode(into: &json)
        case .integer(let value): value.encode(into: &json)
        case .number(let value): value.encode(into: &json)
        case .string(let value): value.encode(into: &json)
        case .array(let values): values.encode(into: &json)
        case .object(let members): members.encode(into: &json)
        }
    }

    /// This value as one line of JSON.
    package var text: String {
        var json = JSONWriter(.compact)
        encode(into: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
