import Formats
import RegionTesting
import TestSupport
import Testing

@testable import MAASEmulator
@testable import MAASRegion

/// A region that somebody has worked in: the lab, with things of every kind made, changed and taken away over the API.
enum RandomRegion {
    /// Makes a lab into one.
    static func grow(_ maas: TestRegion, _ random: inout SeededGenerator) throws {
        var grower = Grower(maas: maas, random: random)
        try grower.addNetworks()
        try grower.addNames()
        try grower.addServices()
        try grower.addMachines()
        for _ in 0..<10 { try grower.live() }
        // What is under way, is under way.
        try grower.begin()
        random = grower.random
    }

    struct Grower {
        let maas: TestRegion
        var random: SeededGenerator
        private(set) var made = 0

        init(maas: TestRegion, random: SeededGenerator) {
            self.maas = maas
            self.random = random
        }

        mutating func pick<Element>(_ elements: [Element]) throws -> Element {
            try #require(elements.isEmpty ? nil : elements[random.next(below: elements.count)])
        }

        mutating func chance() -> Bool { random.next(below: 2) == 0 }

        mutating func name(_ word: String) -> String {
            made += 1
            return "\(word)\(made)"
        }

        mutating func mac() -> String {
            made += 1
            let digits = String(made, radix: 16)
            return "00:16:3e:fe:00:\(digits.count < 2 ? "0" : "")\(digits)"
        }

        /// Asks for something; what the region does not want is no matter.
        @discardableResult
        func post(_ path: String, _ pairs: [(String, String)], mayFail: Bool = false) throws -> JSONValue {
            let answer = try maas.post(path, urlencoded: pairs.map { "\($0.0)=\($0.1)" })
            #expect(mayFail || answer.status < 300, "\(path) \(pairs): \(answer.text.prefix(300))")
            return (try? answer.json) ?? .null
        }

        func number(_ value: JSONValue) throws -> Int { try #require(value["id"]?.integer, "\(value)") }

        // MARK: Networks

        mutating func addNetworks() throws {
            let space = name("space")
            try post("spaces/", [("name", space)])
            for index in 0..<(1 + random.next(below: 3)) {
                let fabric = try number(post("fabrics/", chance() ? [("name", name("fab"))] : [("description", "f")]))
                let vid = 10 + random.next(below: 100)
                let vlan = try number(
                    post(
                        "fabrics/\(fabric)/vlans/",
                        [("vid", "\(vid)"), ("name", name("vlan")), ("mtu", "\(1400 + index)")]))
                if chance() { try maas.put("vlans/\(vlan)/", urlencoded: ["space=\(space)"]) }
                let isV4 = chance()
                let subnet = try number(
                    post(
                        "subnets/",
                        [
                            ("cidr", isV4 ? "172.20.\(index).0/24" : "fd00:\(index + 1)::/64"), ("vlan", "\(vlan)"),
                            ("name", name("net")), ("managed", chance() ? "true" : "false"),
                        ]))
                if isV4, chance() {
                    try post(
                        "static-routes/",
                        [
                            ("source", "1"), ("destination", "\(subnet)"), ("gateway_ip", "10.10.0.1"),
                            ("metric", "\(random.next(below: 9))"),
                        ])
                }
            }
            try post(
                "ipranges/",
                [
                    ("type", "reserved"), ("start_ip", "10.20.0.240"),
                    ("end_ip", "10.20.0.24\(1 + random.next(below: 8))"), ("comment", "kept"),
                ])
            if chance() { try post("ipaddresses/?op=reserve", [("ip", "10.20.0.77"), ("mac", mac())]) }
            if chance() { try post("ipaddresses/?op=reserve", [("subnet", "1")]) }
            if chance() { try post("reservedips/", [("ip", "10.20.0.78"), ("mac_address", mac())], mayFail: true) }
        }

        mutating func addNames() throws {
            let domain = name("dom") + ".example"
            try post("domains/", [("name", domain), ("ttl", "\(30 + random.next(below: 100))")])
            try post(
                "dnsresources/", [("fqdn", "www.\(domain)"), ("ip_addresses", "10.20.0.9\(random.next(below: 9))")])
            try post("dnsresourcerecords/", [("fqdn", "txt.\(domain)"), ("rrtype", "TXT"), ("rrdata", "word")])
            if chance() {
                try post(
                    "dnsresourcerecords/",
                    [("fqdn", "mx.\(domain)"), ("rrtype", "MX"), ("rrdata", "10%20mail.\(domain)")])
            }
            for _ in 0..<(1 + random.next(below: 3)) {
                try post("zones/", [("name", name("az")), ("description", "d")])
            }
            try post("resourcepools/", [("name", name("pool"))])
            try post("tags/", [("name", name("tag")), ("kernel_opts", "quiet"), ("comment", "c")])
            try post(
                "users/",
                [("username", name("user")), ("email", "a@example.com"), ("password", "p"), ("is_superuser", "0")])
            try post(
                "account/prefs/sshkeys/",
                [
                    (
                        "key",
                        "ssh-ed25519%20AAAAC3NzaC1lZDI1NTE5AAAAIGGPnPFHKNh1v5sWqdMhVgrCZD0mFeMGLqHv6qcLKbKY%20me"
                    )
                ])
            try post("account/?op=create_authorisation_token", [("name", name("key"))])
        }

        mutating func addServices() throws {
            try maas.addScript("title: T\nscript_type: testing\ntimeout: 00:05:00", fields: [("name", name("script"))])
            try maas.addScript("name: own\nhardware_type: storage", fields: [("script_type", "testing")])
            let snippet = try number(
                post(
                    "dhcp-snippets/",
                    [("name", name("snippet")), ("value", "option"), ("subnet", "1"), ("description", "d")]))
            if chance() { try maas.put("dhcp-snippets/\(snippet)/", urlencoded: ["value=other", "enabled=false"]) }
            try post(
                "package-repositories/",
                [("name", name("repo")), ("url", "http://archive.example/"), ("components", "main")])
            try post("notifications/", [("message", name("note")), ("users", "true"), ("category", "warning")])
            try post("maas/?op=set_config", [("name", "upstream_dns"), ("value", "8.8.8.\(random.next(below: 9))")])
            try post("maas/?op=set_config", [("name", "default_storage_layout"), ("value", chance() ? "lvm" : "flat")])
            let source = try number(
                post("boot-sources/", [("url", "http://images.example/\(name("s"))/"), ("keyring_filename", "x")]))
            try post(
                "boot-sources/\(source)/selections/", [("os", "ubuntu"), ("release", "jammy"), ("arches", "amd64")],
                mayFail: true)
            _ = try maas.upload("POST", "files/", fields: [("filename", "f")], files: [("file", "text")])
        }
    }
}
