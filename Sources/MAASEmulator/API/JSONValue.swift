import Foundation

/// A JSON value of unknown shape, with the members of objects in no particular order.
enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Reads a JSON text.
    /// - Throws: `JSONSyntaxError` with what is wrong and where.
    init(parsing bytes: some Collection<UInt8>) throws {
        do {
            self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        } catch DecodingError.dataCorrupted(let context) {
            let detail = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
            throw JSONSyntaxError(reason: detail ?? context.debugDescription)
        }
    }

    /// The word for this kind of value in error messages.
    var kind: String {
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
struct JSONSyntaxError: Error {
    let reason: String
}

extension JSONValue: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }
}

extension JSONValue: JSONEncodable {
    func encode(into json: inout JSONWriter) {
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
    var text: String {
        var json = JSONWriter(.compact)
        encode(into: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
