import Formats
import TestSupport

/// Pairs as bodies, and requests as bytes.
enum FuzzEncoding {
    static func urlencoded(_ pairs: [(String, String)]) -> String {
        pairs.map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
    }

    /// A body with these pairs in one of the ways that clients send them, now and then spoiled.
    static func body(
        _ pairs: [(String, String)], _ random: inout SeededGenerator
    ) -> (type: String, bytes: [UInt8]) {
        var (type, bytes): (String, [UInt8])
        switch random.next(below: 10) {
        case 0...4: (type, bytes) = ("application/x-www-form-urlencoded", Array(urlencoded(pairs).utf8))
        case 5...7:
            type = "multipart/form-data; boundary=b0undary"
            bytes = multipart(pairs, &random)
        case 8:
            type = "application/json"
            bytes = Array(json(pairs, &random).utf8)
        default:
            type = random.one(of: [
                "text/plain", "application/octet-stream", "multipart/form-data", "multipart/form-data; boundary=--",
            ])
            bytes = Array(urlencoded(pairs).utf8)
        }
        if random.chance(10) { bytes = FuzzValues.mutated(bytes, &random) }
        return (type, bytes)
    }

    private static func multipart(_ pairs: [(String, String)], _ random: inout SeededGenerator) -> [UInt8] {
        var text = ""
        for (name, value) in pairs {
            let plain = name.filter { $0 != "\"" && !$0.isNewline }
            let isFile = ["content", "file", "script", "keyring_data"].contains(name) || random.chance(3)
            text +=
                "--b0undary\r\nContent-Disposition: form-data; name=\"\(plain)\"\(isFile ? "; filename=\"f\"" : "")\r\n"
            if random.chance(5) { text += "Content-Transfer-Encoding: base64\r\n" }
            text += "\r\n\(value)\r\n"
        }
        return Array((text + (random.chance(90) ? "--b0undary--\r\n" : "")).utf8)
    }

    private static func json(_ pairs: [(String, String)], _ random: inout SeededGenerator) -> String {
        var members: [String: JSONValue] = [:]
        for (name, value) in pairs {
            members[name] =
                switch random.next(below: 6) {
                case 0: .null
                case 1: .array([.string(value), .integer(random.next(below: 9)), .null])
                case 2: .object(["a": .string(value)])
                case 3: Int(value).map(JSONValue.integer) ?? .bool(true)
                default: .string(value)
                }
        }
        return JSONValue.object(members).text
    }

    static func request(
        _ method: String, _ target: String, _ authorization: String?, _ type: String?, _ body: [UInt8]
    ) -> [UInt8] {
        var head = "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\n"
        if let authorization { head += "Authorization: \(authorization)\r\n" }
        if let type { head += "Content-Type: \(type)\r\n" }
        if type != nil || !body.isEmpty { head += "Content-Length: \(body.count)\r\n" }
        return Array((head + "\r\n").utf8) + body
    }
}
