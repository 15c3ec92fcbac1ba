import Formats
import TestSupport

/// Values of parameters: what gets a handler on, what is at the end of what it bears, and what is between.
struct FuzzValues {
    /// What the region's answers hold, by key: ids, names, addresses.
    let known: [String: [String]]

    private static let plausible: [String: [String]] = [
        "architecture": ["amd64/generic", "arm64/generic"], "power_type": ["manual", "ipmi", "lxd", "virsh"],
        "mac_addresses": ["00:16:3e:00:bb:09"], "mac_address": ["00:16:3e:00:bb:0a"],
        "type": ["reserved", "dynamic", "lxd"],
        "storage_layout": ["flat", "lvm", "bcache", "vmfs6", "vmfs7", "blank", "custom"],
        "rrtype": ["TXT", "MX", "SRV", "CNAME"],
        "url": ["http://a.example/", "https://[::1]:1/x"], "gateway_ip": ["10.10.0.1"],
        "cidr": ["10.77.0.0/24", "2001:db8:7::/64"],
        "size": ["100000000", "10G", "50%", "8M"], "block_size": ["512", "4096"],
        "id_path": ["/dev/fuzz", "/dev/disk/by-id/x"],
        "level": ["raid-0", "raid-1", "raid-5", "raid-6", "raid-10"], "cache_mode": ["writeback", "writethrough"],
        "fstype": ["ext4", "xfs", "swap", "btrfs"], "mount_point": ["/", "/srv", "none"],
        "mode": ["dhcp", "static", "auto", "link_up"],
        "osystem": ["ubuntu", "custom"], "distro_series": ["noble", "jammy", "custom/x"], "agent_name": ["a"],
        "interfaces": ["eth0:subnet_cidr=10.10.0.0/24;eth1:space=x,fabric_class=1g", "0:ip=10.10.0.9"],
        "storage": ["root:10(ssd),data:20(lvm)", "mylabel:8(pool1)", "8"], "op": ["read"], "cores": ["1", "2"],
        "memory": ["1024"],
        "script": [
            "#!/bin/sh\n# --- Start MAAS 1.0 script metadata ---\n# name: f\n# parallel: any\n# timeout: 00:05:00\n"
                + "# parameters: {storage: {type: storage}}\n# --- End MAAS 1.0 script metadata ---\n"
        ],
        "definition": ["//node[@class='x']", "//node/@id = 'a' or count(//x) > 2"], "limit": ["5"], "level_": ["INFO"],
        "user_data": ["IyEvYmluL3NoCg=="], "bond_mode": ["802.3ad", "active-backup"], "vid": ["77", "0"],
        "mtu": ["1500"],
        "name": ["fuzz1", "fuzz2"], "hostname": ["fuzz1"], "value": ["x", "true"],
        "destination": ["2", "10.20.0.0/24"],
        "ip_addresses": ["10.10.0.7 10.10.0.8", "10.10.0.9"], "forward_dns_servers": ["10.0.0.1 10.0.0.2:53"],
        "config": ["network:\n  version: 2\n"], "filetype": ["tgz", "ddxz"],
        "sha256": ["e3b0c44298fc1c149afbf4c8996fb924"],
    ]

    private static let odd: [String] = [
        "", " ", "0", "-1", "1", "2147483647", "2147483648", "-2147483649", "9223372036854775807",
        "-9223372036854775808",
        "9223372036854775808", "99999999999999999999999", "1e300", "-1e300", "inf", "nan", "1e19", "0x7fffffffffffffff",
        "1.5",
        "true", "None", "null", "\u{0}", "a\u{0}b", "ünïcödé ☃ 💥", "\u{202E}\u{FEFF}", "'\"\\`$(id)", "<b>&amp;", "%",
        "%s%n%x",
        "%00", "..", "../../etc/passwd", "a,b", ",", ",,,", ";", ":", "::", ":::", "[]", "{}", "[[[[",
        "{\"a\": [1, {\"b\": null}]}",
        "x\ny", "\r\n", "\t", "+5", "0b11", "١٢", "1_000", "&", "=", "!", "!x", "&!x", "not_x", "name:", "id:1", "id:x",
        "fabric:id:1",
        "subnet:cidr:10.10.0.0/24", "space:undefined", "10.10.0.0/33", "::/0", "0.0.0.0/0", "fe80::1%eth0",
        "::ffff:1.2.3.4",
        "256.1.1.1", "1.2.3", "01:02", "ff:ff:ff:ff:ff:ff", "P99999999999999D", "999999999 days, 23:59:59", "00:00:00",
        "root:", "root:1(", "root:9223372036854775807", "l:", "l:name", "l:name=;m:fabric=",
        "59:59:59:59:59:59:59:59:59:59",
        "&a *a", "!!binary x", "a: b: c", "- - - x", "? x", "%YAML 1.2", "2026-13-45", "gAAA", "====", "LS0t",
    ]

    /// A value of a parameter.
    func value(of name: String, _ random: inout SeededGenerator) -> String {
        switch random.next(below: 10) {
        case 0...3: likely(name, &random)
        case 4, 5: random.one(of: Self.odd)
        case 6: Self.mutated(likely(name, &random), &random)
        case 7: list(name, &random)
        case 8: Self.mutated(random.one(of: Self.odd), &random)
        default: Self.long(likely(name, &random), &random)
        }
    }

    /// What the region takes, if anything.
    func likely(_ name: String, _ random: inout SeededGenerator) -> String {
        if let values = Self.plausible[name], random.chance(80) { return random.one(of: values) }
        for key in [name, Self.singular(name)] {
            if let values = known[key], !values.isEmpty, random.chance(80) { return random.one(of: values) }
        }
        if random.chance(50), let values = known[random.one(of: ["id", "system_id", "name"])], !values.isEmpty {
            return random.one(of: values)
        }
        return random.chance(50) ? String(random.next(below: 40)) : "f\(random.next(below: 5))"
    }

    private static func singular(_ name: String) -> String {
        switch name {
        case "machines", "nodes", "system_ids", "source": "system_id"
        case "block_devices", "partitions", "parents", "vlan", "subnet", "fabric", "domain", "cache_set",
            "backing_device":
            "id"
        case "zone", "pool", "space", "tags", "add", "remove": "name"
        default: name.hasSuffix("s") ? String(name.dropLast()) : name
        }
    }

    private func list(_ name: String, _ random: inout SeededGenerator) -> String {
        let separator = random.one(of: [",", ";", " ", "\n", ", ", ":"])
        return (0...random.next(below: 40)).map { _ in
            random.chance(70) ? likely(name, &random) : random.one(of: Self.odd)
        }.joined(separator: separator)
    }

    private static func long(_ text: String, _ random: inout SeededGenerator) -> String {
        let unit =
            text.isEmpty || random.chance(50)
            ? random.one(of: ["a", "9", "[", "{\"a\":", "(", ":", "-\n", "é", "a: ", " "]) : text
        return String(repeating: unit, count: 1 + random.next(below: 4000 / max(1, unit.utf8.count) + 200))
    }

    /// A text of which some bytes are another, gone, doubled or moved; always UTF-8.
    static func mutated(_ text: String, _ random: inout SeededGenerator) -> String {
        String(decoding: mutated(Array(text.utf8), &random), as: UTF8.self)
    }

    /// Bytes some of which are another, gone, doubled or moved.
    static func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0...random.next(below: 4) {
            guard !bytes.isEmpty else { return [UInt8(random.next(below: 256))] }
            let place = random.next(below: bytes.count)
            let end = min(bytes.count, place + 1 + random.next(below: 8))
            switch random.next(below: 6) {
            case 0: bytes[place] = UInt8(random.next(below: 256))
            case 1: bytes[place] ^= 1 << UInt8(random.next(below: 8))
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 4: bytes.insert(UInt8(random.next(below: 256)), at: place)
            default: bytes.insert(contentsOf: Array(random.one(of: odd).utf8), at: place)
            }
        }
        return bytes
    }
}
