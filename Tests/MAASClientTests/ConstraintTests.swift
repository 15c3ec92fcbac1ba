import MAASClient
import Testing

@Suite("Constraints")
struct ConstraintTests {
    @Test("disks are written in MAAS's grammar")
    func storage() throws {
        let storage: StorageConstraint = [
            DiskConstraint(.gigabytes(20), label: "root", pool: "fast"), DiskConstraint(.gibibytes(20)),
            DiskConstraint(StorageSize(bytes: 8_500_000_000), label: "data", tags: ["ssd", "5400rpm"]),
        ]
        #expect(storage.description == "root:20(fast),21.47483648,data:8.5(ssd,5400rpm)")
        try storage.check()
    }

    @Test(
        "what the grammar has no way to say is found before it is sent",
        arguments: [
            DiskConstraint(.gigabytes(0)), DiskConstraint(.gigabytes(1), label: "a-b"),
            DiskConstraint(.gigabytes(1), label: ""), DiskConstraint(.gigabytes(1), pool: "a,b"),
            DiskConstraint(.gigabytes(1), tags: ["(x"]), DiskConstraint(.gigabytes(.max), tags: [""]),
        ])
    func badStorage(disk: DiskConstraint) async throws {
        #expect(throws: MAASError.self) { try StorageConstraint([disk]).check() }
        let stub = StubTransport(.json("{}"))
        let composer = MAASClient(transport: stub).vmHosts.vmHost(1).composer
        await #expect(throws: MAASError.self) { try await composer.compose(VMComposition(storage: [disk])) }
        #expect(stub.requests.isEmpty)
    }

    @Test("interfaces are written in MAAS's grammar, with what they must not be")
    func interfaces() throws {
        let interfaces: InterfaceConstraints = [
            "eth0": [.subnet(1), .ip("10.10.0.61"), .mode(.static)],
            "eth1": [.not(.space("dmz")), .vlan(5001), .vid(0), .linkSpeed(10_000), .not(.not(.tag("sriov")))],
            "v6": [.ip("2001:db8::1"), .subnetCIDR("2001:db8::/64"), .not(.type(.bond))],
        ]
        #expect(
            interfaces.description
                == "eth0:subnet=1,ip=10.10.0.61,mode=static;eth1:not_space=dmz,vlan=id:5001,vid=0,link_speed=10000,tag=sriov"
                + ";v6:ip=2001:db8::1,subnet_cidr=2001:db8::/64,not_type=bond")
        try interfaces.check()
        for wrong: InterfaceConstraints in [
            ["a": []], ["": [.vid(1)]], ["a:b": [.vid(1)]], ["a": [.name("x,y")]], ["a": [.vid(1)], "a": [.vid(2)]],
            ["a": [.space("")]],
        ] {
            #expect(throws: MAASError.self, "\(wrong)") { try wrong.check() }
        }
    }

    @Test("an allocation carries its constraints under MAAS's names")
    func allocation() {
        let wanted = MachineAllocation(
            tags: ["fast", "ssd"], notTags: ["broken"], notInZone: ["az1"],
            storage: [DiskConstraint(.gigabytes(100), tags: ["ssd"])], interfaces: ["a": [.space("dmz")]],
            devices: [.vendorID("10de"), .commissioningDriver("nvidia")], cpuCount: [4], memory: [8192])
        #expect(
            wanted.build().items.map { "\($0.name)=\($0.value)" } == [
                "tags=fast", "tags=ssd", "not_tags=broken", "not_in_zone=az1", "storage=100(ssd)",
                "interfaces=a:space=dmz",
                "devices=vendor_id=10de,commissioning_driver=nvidia", "cpu_count=4.0", "mem=8192.0",
            ])
    }

    @Test("parameters are built link by link, also with what this client does not name")
    func builder() {
        let update = MachineUpdate().set(\.hostname, "web").set(\.powerParameters, ["power_address": "10.0.0.1"])
            .set("brand_new", 1).add("list", "a").add("list", "b").set("none", nil as String?)
        #expect(
            update.build().items.map { "\($0.name)=\($0.value)" } == [
                "hostname=web", "power_parameters_power_address=10.0.0.1", "brand_new=1", "list=a", "list=b",
            ])
    }
}
