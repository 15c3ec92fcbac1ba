import Foundation

/// What `{name}` stands for in a case: the run's prefix, what was found on the target, what steps captured.
struct Variables: Sendable {
    /// A name that nothing stands behind.
    struct Unknown: Error, CustomStringConvertible {
        let name: String
        var description: String { "nothing is known as {\(name)}" }
    }

    private var values: [String: JSON] = [:]
    /// The number of the case in the run: what it makes must not collide with what others make.
    private let number: Int
    private let runNumber: Int
    private let networks: TestNetworks

    init(prefix: String, number: Int, runNumber: Int, networks: TestNetworks = TestNetworks()) {
        self.number = number
        self.runNumber = runNumber
        self.networks = networks
        values["prefix"] = .string(prefix)
    }

    subscript(_ name: String) -> JSON? {
        get { values[name] ?? generated(name) }
        set { values[name] = newValue }
    }

    /// `{mac:1}` is a MAC address, `{net:1}` the first three octets of an IPv4 /24 and `{net6:1}` the first three
    /// groups of an IPv6 /48, of this case alone.
    private func generated(_ name: String) -> JSON? {
        let parts = name.split(separator: ":")
        guard parts.count == 2, let index = Int(parts[1]), (1...7).contains(index) else { return nil }
        switch parts[0] {
        case "mac":
            let bytes = [
                0x02, runNumber >> 16 & 255, runNumber >> 8 & 255, runNumber & 255, number & 255,
                index + (number >> 8) * 8,
            ]
            return .string(bytes.map { String(format: "%02x", $0) }.joined(separator: ":"))
        case "net": return .string(networks.network(run: runNumber, case: number, index: index))
        case "net6":
            return .string("fd\(String(format: "%02x", runNumber & 255)):\(String(number, radix: 16)):\(index)")
        default: return nil
        }
    }

    /// Replaces every `{name}`. `{{` and `}}` stand for the braces themselves.
    func fill(_ text: String) throws -> String {
        var out = ""
        var rest = Substring(text)
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            out += rest[..<brace]
            let after = rest.index(after: brace)
            if after < rest.endIndex, rest[after] == rest[brace] {
                out.append(rest[brace])
                rest = rest[rest.index(after: after)...]
                continue
            }
            guard rest[brace] == "{", let end = rest[after...].firstIndex(of: "}") else {
                out.append(rest[brace])
                rest = rest[after...]
                continue
            }
            let name = String(rest[after..<end])
            guard let value = self[name] else { throw Unknown(name: name) }
            out += value.plain
            rest = rest[rest.index(after: end)...]
        }
        return out + rest
    }

    /// A text for people, filled in as far as its names are known.
    func shown(_ text: String) -> String {
        text.replacing(/\{([^{}]+)\}/) { match in self[String(match.1)]?.plain ?? String(match.0) }
    }

    /// Replaces in every string of a value. A string that is nothing but `{name}` becomes the value with its type.
    func fill(_ json: JSON) throws -> JSON {
        switch json {
        case .string(let text):
            if text.hasPrefix("{"), text.hasSuffix("}"), let value = self[String(text.dropFirst().dropLast())] {
                return value
            }
            return .string(try fill(text))
        case .array(let elements): return .array(try elements.map { try fill($0) })
        case .object(let members): return .object(try members.map { JSON.Member(try fill($0.key), try fill($0.value)) })
        default: return json
        }
    }
}
