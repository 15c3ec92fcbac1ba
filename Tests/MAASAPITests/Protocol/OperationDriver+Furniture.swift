import HTTPServer
import RegionTesting
import SQLite
import Testing

@testable import MAASAPI
@testable import MAASEmulator
@testable import MAASRegion

/// The lab lacks some kinds of objects, and machines in most states.
extension OperationDriver {
    /// Adds one of each.
    func furnish() throws {
        for (path, form) in Self.objects { try post(path, form) }
        if version.has(.reservedIPs) {
            try post("reservedips/", "ip=10.10.0.70&mac_address=00:16:3e:00:aa:02")
        }
        if version.has(.userGroups) { try post("groups/", "name=g1") }
        try addStatuses()
        _ = try machine("rack", mac: 0x43)
        try addStorage()
        try addImage()
        try maas.region.withState { state in
            try state.db.execute(
                "INSERT INTO vm_clusters (name, project, zone_id, pool_id, created) VALUES ('cl', 'default', 1, 1, 0)")
            try state.db.execute(
                "INSERT INTO license_keys (osystem, distro_series, license_key) VALUES ('windows', 'win2012', 'x')")
            // A rack that is no region, whose status is one that machines are tested in.
            try state.db.execute(
                "UPDATE nodes SET node_type = ? WHERE hostname = 'rack'", Node.Kind.rackController.rawValue)
        }
    }

    private static let objects = [
        ("devices/", "hostname=dev&mac_addresses=00:16:3e:00:aa:01"), ("tags/", "name=t1"),
        ("dhcp-snippets/", "name=s1&value=x"), ("notifications/", "message=hello"),
        ("dnsresources/", "fqdn=a.maas"), ("dnsresourcerecords/", "fqdn=b.maas&rrtype=TXT&rrdata=x"),
        ("ipranges/", "type=reserved&start_ip=10.20.0.240&end_ip=10.20.0.241"),
        ("static-routes/", "source=1&destination=2&gateway_ip=10.10.0.1"),
        (
            "boot-resources/",
            "name=custom/i1&architecture=amd64/generic&title=i&sha256=\(String(repeating: "0", count: 64))&size=1&base_image=ubuntu/jammy"
        ),
        ("boot-sources/", "url=http://images.example/&keyring_filename=x"),
        ("scripts/", "name=sc1&script=%23!/bin/sh"), ("scripts/", "name=rel1&script=%23!/bin/sh"),
        (
            "account/prefs/sshkeys/",
            "key=ssh-ed25519%20AAAAC3NzaC1lZDI1NTE5AAAAIGGPnPFHKNh1v5sWqdMhVgrCZD0mFeMGLqHv6qcLKbKY%20me"
        ),
    ]

    @discardableResult
    private func post(_ path: String, _ form: String) throws -> Answer {
        let halves = path.split(separator: "?").map(String.init)
        var request = HTTPRequest(method: "POST", path: Dispatch.root + halves[0])
        request.query = halves.count > 1 ? halves[1] : ""
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
        request.body = Array(form.utf8)
        let answer = try maas.send(request)
        #expect(answer.status < 300, "\(path) \(form): \(answer.text)")
        return answer
    }

    /// A machine without disks.
    private func machine(_ name: String, mac: Int) throws -> String {
        let digits = String(mac, radix: 16)
        let answer = try post(
            "machines/",
            "hostname=\(name)&architecture=amd64/generic&power_type=manual&commission=false"
                + "&mac_addresses=00:16:3e:00:cc:\(digits.count < 2 ? "0" : "")\(digits)")
        return try #require(try answer.string("system_id"))
    }

    /// A machine in every status, whatever brings one there; those that somebody would have are the administrator's.
    private func addStatuses() throws {
        let free: Set<NodeStatus> = [.new, .commissioning, .failedCommissioning, .ready, .failedTesting]
        for status in NodeStatus.allCases {
            let id = try machine("status\(status.rawValue)", mac: status.rawValue)
            try maas.region.withState { state in
                try state.db.execute(
                    "UPDATE nodes SET status = ?, owner_id = CASE ? WHEN 0 THEN (SELECT id FROM users WHERE username = 'admin') END WHERE system_id = ?",
                    status.rawValue, free.contains(status), id)
            }
        }
        let locked = try machine("locked", mac: 0x40)
        try maas.region.withState { state in
            try state.db.execute(
                "UPDATE nodes SET status = 6, locked = 1, owner_id = (SELECT id FROM users WHERE username = 'admin') WHERE system_id = ?",
                locked)
        }
    }

    /// A Ready machine with everything that can be made of disks, and one with a layout for ESXi.
    private func addStorage() throws {
        for (name, mac) in [("disks", 0x41), ("esxi", 0x42)] {
            let id = try machine(name, mac: mac)
            try maas.region.withState { state in
                try state.db.execute("UPDATE nodes SET status = 4 WHERE system_id = ?", id)
            }
            let root = "nodes/\(id)/"
            var disks: [Int] = []
            for number in 0..<8 {
                let disk = try post(
                    root + "blockdevices/",
                    "name=sd\(["a", "b", "c", "d", "e", "f", "g", "h"][number])&model=m&serial=s\(number)&size=100000000000&block_size=512"
                )
                disks.append(try #require(try disk.integer("id")))
            }
            if name == "esxi" {
                try post("machines/\(id)/?op=set_storage_layout", "storage_layout=vmfs6")
                continue
            }
            try addInterfaces(root + "interfaces/")
            let group = try post(root + "volume-groups/", "name=vg0&block_devices=\(disks[1])")
            let groupID = try #require(try group.integer("id"))
            try post(root + "volume-group/\(groupID)/?op=create_logical_volume", "name=lv0&size=5000000000")
            try post(root + "raids/", "name=md0&level=raid-0&block_devices=\(disks[2])&block_devices=\(disks[3])")
            let set = try post(root + "bcache-cache-sets/", "cache_device=\(disks[4])")
            let setID = try #require(try set.integer("id"))
            try post(
                root + "bcaches/", "name=bcache0&cache_set=\(setID)&backing_device=\(disks[5])&cache_mode=writeback")
            let place = "\(root)blockdevices/\(disks[6])/"
            let partition = try post(place + "partitions/", "size=1000000000")
            try post("\(place)partition/\(try #require(try partition.integer("id")))?op=format", "fstype=ext4")
            try post("\(root)blockdevices/\(disks[7])/?op=format", "fstype=ext4")
        }
    }

    /// An interface of every kind.
    private func addInterfaces(_ path: String) throws {
        var ids: [Int] = []
        for number in 0..<4 {
            let made = try post("\(path)?op=create_physical", "mac_address=00:16:3e:00:cd:0\(number)&vlan=5001")
            ids.append(try #require(try made.integer("id")))
        }
        try post("\(path)?op=create_bond", "name=bond0&parents=\(ids[0])&parents=\(ids[1])")
        try post("\(path)?op=create_bridge", "name=br0&parent=\(ids[2])")
        try post("\(path)?op=create_vlan", "parent=\(ids[3])&vlan=\(try taggedVLAN())")
    }

    /// A tagged VLAN beside the one that machines are on.
    private func taggedVLAN() throws -> Int {
        try maas.region.withState { state in
            try state.db.first(
                "SELECT id FROM vlans WHERE vid > 0 AND fabric_id = (SELECT fabric_id FROM vlans WHERE id = 5001)"
            ) { try $0[0] } ?? 0
        }
    }

    /// An image of ESXi, uploaded.
    private func addImage() throws {
        let hash = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
        let made = try post(
            "boot-resources/",
            "name=esxi/7.0&architecture=amd64/generic&filetype=ddtgz&sha256=\(hash)&size=5")
        let text = made.text
        let uri = try #require(text.firstMatch(of: #/"upload_uri": ?"([^"]+)"/#)).1
        var request = HTTPRequest(method: "PUT", path: String(uri))
        request.headers["Content-Type"] = "application/octet-stream"
        request.body = Array("hello".utf8)
        let answer = try maas.send(request)
        #expect(answer.status < 300, "\(uri): \(answer.text)")
    }

    /// Names of what is there, by the parameters that take them.
    func facts() throws -> [String: String] {
        try maas.region.withState { state in
            let own: String? = try state.db.first(
                "SELECT system_id FROM nodes WHERE hostname = 'status10'"
            ) { try $0[0] }
            let rack: String? = try state.db.first(
                "SELECT system_id FROM nodes WHERE node_type IN (2, 4)"
            ) { try $0[0] }
            return ["machines": own ?? "", "rack_controller": rack ?? ""]
        }
    }

    /// The parameters of scripts, by the names that they can be sent under.
    func scriptParameters() throws -> Set<String> {
        try maas.region.withState { state in
            var names: Set<String> = []
            for script in try Script.all(state.db) {
                guard case .object(let parameters) = try script.parameters.value else { continue }
                for name in parameters.keys { names.formUnion([name, "\(script.name)_\(name)"]) }
            }
            return names
        }
    }

    /// What rows can be called about.
    func paths(of row: Row) throws -> [[String: String]] {
        try maas.region.withState { try paths(of: row, $0.db) }
    }
}
