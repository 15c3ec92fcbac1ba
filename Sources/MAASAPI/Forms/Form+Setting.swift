import Formats
import Foundation
import MAASRegion

extension Form {
    /// The value that a configuration setting gets from the field of its name.
    package mutating func setting(_ setting: Configuration.Setting, _ state: RegionState) throws -> JSONValue {
        let name = setting.name
        switch setting.kind {
        case .flag: return .bool(checkbox(name).or(false))
        case .text(let maxLength): return .string(text(name, maxLength: maxLength).or(""))
        case .words:
            if !(parameters[name] ?? "").isEmpty { add(name, "Enter a list of values.") }
            return .array([])
        case .hosts(let kind): return .string(hosts(name, kind))
        case .domain:
            return .string(line(name) { DNSName.zoneProblem($0) == nil ? nil : "Invalid domain name: \($0)." })
        case .requiredText: return .string(text(name, required: true).or(""))
        case .integer(let min, let max): return whole(integer(name, min: min, max: max))
        case .port(let own): return port(name, own: own)
        case .choice(let words, let required): return .string(choice(name, of: words, required: required).or(""))
        case .listed(let words):
            let word = listedChoice(name, of: words).or("")
            return .string(word)
        case .restricted(let words, let message):
            let word = unstripped(name).or("")
            if !word.isEmpty, !words.contains(word) { add(name, message) }
            return .string(word)
        case .addresses: return addresses(name)
        case .url:
            return .string(url(name))
        case .syslogServer:
            guard let server = text(name).value else { return .null }
            return .string(try SyslogServer.normalized(server))
        case .interval:
            let value = parameters[name] ?? ""
            if !Self.isInterval(value) {
                add(
                    name,
                    "'\(value)' is not a valid interval. Only 'h|hr|hour|hours, m|min|minute|minutes."
                        + "s|sec|second|seconds' are valid units")
            }
            return .string(value)
        case .kgKey: return .string(line(name, Self.kgProblem))
        case .osystem, .release, .commissioningRelease, .kernel: return try image(setting, state)
        }
    }

    /// Hours, minutes and seconds in this order, any of them; what follows does not matter to MAAS.
    private static func isInterval(_ text: String) -> Bool {
        let parts = /(\d+\s?(hours?|hr|h)\s?)?(\d+\s?(minutes?|min|m)\s?)?(\d+\s?(seconds?|sec|s)\s?)?/
        return text.prefixMatch(of: parts).map { !$0.output.0.isEmpty } ?? false
    }

    /// A line of text that is looked at before what it must not hold at all, as Django asks the validators of a field.
    private mutating func line(_ name: String, _ problem: (String) -> String?) -> String {
        guard let text = raw(name).value else { return "" }
        if let message = problem(text) { add(name, message) }
        if text.unicodeScalars.contains("\0") { add(name, "Null characters are not allowed.") }
        return text
    }

    private func whole(_ field: FormField<Int>) -> JSONValue { field.value.map { .integer($0) } ?? .null }

    private mutating func port(_ name: String, own: Int?) -> JSONValue {
        let field = integer(name)
        guard let port = field.value, port != own else { return whole(field) }
        let reason: String? =
            switch port {
            case ...0, 65536...: "not between 0 - 65535"
            case 1...1023: "reserved for system services"
            case 5239...5284: "reserved for MAAS services"
            default: nil
            }
        guard let reason else { return whole(field) }
        add(name, "Unable to change port number. Port number is \(reason).")
        return .null
    }

    private mutating func hosts(_ name: String, _ kind: HostList.Kind) -> String {
        do throws(HostListError) {
            return try HostList.read(parameters[name] ?? "", kind)
        } catch {
            add(name, error.message)
            return ""
        }
    }

    /// Django's `URLField`: a host gets the scheme of the web.
    private mutating func url(_ name: String) -> String {
        guard let sent = raw(name).value else { return "" }
        // What Python's parser of URLs drops is gone before anything looks at it.
        let url = URLText.withScheme(String(sent.drop { $0 <= " " }))
        if !URLText.isValid(url) { add(name, "Enter a valid URL.") }
        if url.unicodeScalars.contains("\0") { add(name, "Null characters are not allowed.") }
        return url
    }

    private mutating func addresses(_ name: String) -> JSONValue {
        guard let text = raw(name).value else { return .string("") }
        let parts = text.split { $0 == " " || $0 == "," }.map(String.init)
        if let bad = parts.first(where: { !Self.isAddress($0) }) {
            add(name, "Invalid IP address: \(bad); provide a list of space-separated IP addresses")
        }
        return .string(parts.joined(separator: " "))
    }

    /// Whether a text is an IPv4 or IPv6 address, as the C library sees it.
    private static func isAddress(_ text: String) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16)
        return inet_pton(AF_INET, text, &buffer) == 1 || inet_pton(AF_INET6, text, &buffer) == 1
    }

    private static func kgProblem(_ key: String) -> String? {
        let isHex = key.hasPrefix("0x") && key.count == 42 && key.dropFirst(2).allSatisfy(\.isHexDigit)
        if key.count == 20 || isHex { return nil }
        return "Error: K_g must either be 20 characters in length, or 40 hexadecimal characters prefixed with "
            + "\"0x\" (current length is \(key.count))."
    }
}
