import Formats
import Foundation
import MAASRegion

extension Form {
    /// The value that a configuration setting gets from the field of its name.
    package mutating func setting(_ setting: Configuration.Setting, _ state: RegionState) throws -> JSONValue {
        let name = setting.name
        switch setting.kind {
        case .flag: return .bool(checkbox(name).or(false))
        case .text: return .string(text(name).or(""))
        case .hosts(let kind): return .string(hosts(name, kind))
        case .domain:
            let message = "Invalid domain name: \(raw(name).or(""))."
            return .string(pattern(name, required: false, message: message) { DNSName.zoneProblem($0) == nil }.or(""))
        case .requiredText: return .string(text(name, required: true).or(""))
        case .integer(let min, let max): return whole(integer(name, min: min, max: max))
        case .port(let own): return port(name, own: own)
        case .choice(let words, let required): return .string(choice(name, of: words, required: required).or(""))
        case .listed(let words):
            let word = listedChoice(name, of: words).or("")
            return .string(word)
        case .restricted(let words, let message):
            return .string(pattern(name, required: false, message: message, words.contains).or(""))
        case .addresses: return addresses(name)
        case .url:
            return .string(url(name))
        case .syslogServer:
            guard let server = text(name).value else { return .null }
            return .string(server.contains(":") ? server : server + ":514")
        case .interval:
            let text = text(name)
            if let value = text.value, !Self.isInterval(value) {
                add(
                    name,
                    "'\(value)' is not a valid interval. Only 'h|hr|hour|hours, m|min|minute|minutes."
                        + "s|sec|second|seconds' are valid units")
            }
            return .string(text.or(""))
        case .kgKey: return kgKey(name)
        case .osystem, .release, .commissioningRelease, .kernel: return try image(setting, state)
        }
    }

    /// Hours, minutes and seconds in this order, any of them; what follows does not matter to MAAS.
    private static func isInterval(_ text: String) -> Bool {
        let parts = /(\d+\s?(hours?|hr|h)\s?)?(\d+\s?(minutes?|min|m)\s?)?(\d+\s?(seconds?|sec|s)\s?)?/
        return text.prefixMatch(of: parts).map { !$0.output.0.isEmpty } ?? false
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
        let url = URLText.withScheme(sent)
        if !URLText.isValid(url) { add(name, "Enter a valid URL.") }
        if url.unicodeScalars.contains("\0") { add(name, "Null characters are not allowed.") }
        return url
    }

    private mutating func addresses(_ name: String) -> JSONValue {
        guard let text = text(name).value else { return .string("") }
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

    private mutating func kgKey(_ name: String) -> JSONValue {
        guard let key = text(name).value else { return .string("") }
        let isHex = key.hasPrefix("0x") && key.count == 42 && key.dropFirst(2).allSatisfy(\.isHexDigit)
        if key.count != 20, !isHex {
            add(
                name,
                "Error: K_g must either be 20 characters in length, or 40 hexadecimal characters prefixed with "
                    + "\"0x\" (current length is \(key.count)).")
        }
        return .string(key)
    }
}
