import Foundation
import HTTPClient
import Synchronization
import Testing

@testable import MAASClient

@Suite("The client set")
struct ClientSetTests {
    @Test("VM hosts are filtered here, for MAAS does not")
    func query() async throws {
        let az2 = Sample.zone.replacingOccurrences(of: "az1", with: "az2")
        let hosts = [
            Sample.vmHost(1, tags: #"["fast","gpu"]"#), Sample.vmHost(2, type: "virsh", tags: #"["fast"]"#),
            Sample.vmHost(3, zone: az2, tags: #"["fast"]"#),
        ]
        let maas = FakeMAAS { _ in .json("[\(hosts.joined(separator: ","))]") }
        let vmHosts = maas.client().vmHosts
        func ids(_ params: Params) async throws -> [Int] { try await vmHosts.query(params).map(\.id) }
        #expect(try await ids([:]) == [1, 2, 3])
        #expect(try await ids(["type": "lxd"]) == [1, 3])
        #expect(try await ids(["zone": "az1", "tags": "fast, gpu"]) == [1])
        #expect(try await ids(["pool": "pool-b"]) == [])
        #expect(try await ids(["type": "", "tags": ""]) == [1, 2, 3])
        await #expect(throws: MAASError.self) { try await ids(["name": "host"]) }
        #expect(maas.asked.allSatisfy { $0 == "GET vm-hosts/" })
        #expect(try await vmHosts.vmHost(onMachine: "bdsw7x")?.id == 1)
        #expect(try await vmHosts.vmHost(onMachine: "nobody") == nil)
    }

    @Test("every accessor of the seed has its value")
    func accessors() async throws {
        let maas = FakeMAAS { _ in .json(Sample.vmHost(7, name: "big")) }
        let host = try await maas.client().vmHosts.vmHost(7).get()
        #expect(host.systemID == "bdsw7x" && host.name == "big" && host.type == "lxd")
        #expect(host.zone.name == "az1" && host.resourcePool.name == "pool-a" && host.resourcePool.id == 1)
        #expect((host.totalCores, host.usedCores, host.availableCores) == (8, 2, 6))
        #expect((host.totalMemory, host.usedMemory, host.availableMemory) == (16384, 4096, 12288))
        #expect(host.storagePools.map(\.name) == ["default"] && host.storagePools[0].isDefault)
        #expect(host.cpuOverCommitRatio == 2.5 && host.isComposable)
    }

    @Test("compose sends its parameters as a form and answers a system id that can be read")
    func compose() async throws {
        let maas = FakeMAAS { request in
            request.method == "POST"
                ? .json(#"{"system_id": "abc123", "resource_uri": "/MAAS/api/2.0/machines/abc123/"}"#)
                : .json(Sample.machine(4))
        }
        let composed = try await maas.client().vmHosts.vmHost(7).composer.compose(
            ParamsBuilder().set("cores", 2).set("memory", 4096).set("storage", "root:8(fast)").build())
        #expect(composed.systemID == "abc123")
        #expect(try await composed.resource.get().status == .ready)
        #expect(
            maas.asked == [
                "POST vm-hosts/7/?op=compose cores=2&memory=4096&storage=root%3A8%28fast%29", "GET machines/abc123/",
            ])
        #expect(maas.requests[0].http.headers["Content-Type"] == "application/x-www-form-urlencoded")
    }

    @Test("the machines of a host are found by its name and told apart by its id")
    func machinesOfHost() async throws {
        let maas = FakeMAAS { request in
            if request.path.hasSuffix("vm-hosts/7/") { return .json(Sample.vmHost(7, name: "twin one")) }
            let pods = [7, 8].map { Sample.machine(4, pod: #"{"id":\#($0),"name":"twin one","resource_uri":"/x/"}"#) }
            return .json("[\(pods.joined(separator: ","))]")
        }
        let machines = try await maas.client().vmHosts.vmHost(7).machines.list()
        #expect(machines.map { $0.pod?.id } == [7])
        #expect(maas.asked == ["GET vm-hosts/7/", "GET machines/?pod=twin%20one"])
    }

    @Test("every operation of a machine goes where MAAS has it")
    func machineOperations() async throws {
        let maas = FakeMAAS { request in
            if request.op == "query_power_state" { return .json(#"{"state": "on"}"#) }
            if request.op == "power_off" { return .json("null") }
            if request.method == "DELETE" { return HTTPClient.Response(status: 204) }
            return .json(Sample.machine(9))
        }
        let machine = maas.client().machines.machine("abc123")
        _ = try await machine.allocate(comment: "mine")
        var options = DeployOptions(distroSeries: "noble", userData: Data("#cloud-config\n".utf8))
        options.ephemeral = false
        #expect(try await machine.deploy(options).status == .deploying)
        _ = try await machine.release(erase: true)
        _ = try await machine.commission(["skip_networking": 1])
        _ = try await machine.powerOn()
        #expect(try await machine.powerOff(.soft) == nil)
        #expect(try await machine.queryPowerState() == "on")
        _ = try await machine.setOwnerData(["a": "1"])
        _ = try await machine.update(["hostname": "n"])
        try await machine.delete()
        try await machine.delete(force: true)
        #expect(
            maas.asked == [
                "POST machines/?op=allocate system_id=abc123&comment=mine",
                "POST machines/abc123/?op=deploy distro_series=noble&user_data=I2Nsb3VkLWNvbmZpZwo%3D&ephemeral_deploy=false",
                "POST machines/abc123/?op=release erase=true", "POST machines/abc123/?op=commission skip_networking=1",
                "POST machines/abc123/?op=power_on", "POST machines/abc123/?op=power_off stop_mode=soft",
                "GET machines/abc123/?op=query_power_state", "POST machines/abc123/?op=set_owner_data a=1",
                "PUT machines/abc123/ hostname=n", "DELETE machines/abc123/", "DELETE machines/abc123/?force=true",
            ])
    }

    @Test("a static address: every link is unlinked, then one is made")
    func staticIP() async throws {
        let links = #"[{"id":4,"mode":"auto","subnet":\#(Sample.subnet)},{"id":5,"mode":"link_up"}]"#
        let linked = #"[{"id":6,"mode":"static","ip_address":"10.10.0.9","subnet":\#(Sample.subnet)}]"#
        let maas = FakeMAAS { request in
            .json(Sample.interface(3, links: request.op == "link_subnet" ? linked : links))
        }
        let interface = try await maas.client().machines.machine("abc123").interfaces.setStaticIP(
            "10.10.0.9", subnet: 1, on: 3, defaultGateway: true)
        #expect(interface.ipAddresses == ["10.10.0.9"] && interface.gateway == "10.10.0.1")
        #expect(interface.dnsServers == ["10.10.0.2"] && interface.links[0].mode == .static)
        #expect(
            maas.asked == [
                "GET nodes/abc123/interfaces/3/", "POST nodes/abc123/interfaces/3/?op=unlink_subnet id=4",
                "POST nodes/abc123/interfaces/3/?op=unlink_subnet id=5",
                "POST nodes/abc123/interfaces/3/?op=link_subnet mode=static&subnet=1&ip_address=10.10.0.9&default_gateway=true",
            ])
    }

    @Test("bridges, VLANs and bonds are created with ids")
    func stackedInterfaces() async throws {
        let maas = FakeMAAS { _ in .json(Sample.interface(9)) }
        let interfaces = maas.client().interfaces(of: "abc123")
        _ = try await interfaces.createBridge(name: "br0", parent: 3, stp: false)
        _ = try await interfaces.createVLAN(parent: 3, vlan: 5002)
        _ = try await interfaces.createBond(name: "bond0", parents: [3, 4], mode: "802.3ad")
        _ = try await interfaces.interface(named: "eth0.1").disconnect()
        #expect(
            maas.asked == [
                "POST nodes/abc123/interfaces/?op=create_bridge name=br0&parent=3&bridge_stp=false",
                "POST nodes/abc123/interfaces/?op=create_vlan parent=3&vlan=5002",
                "POST nodes/abc123/interfaces/?op=create_bond name=bond0&parents=3&parents=4&bond_mode=802.3ad",
                "POST nodes/abc123/interfaces/eth0.1/?op=disconnect",
            ])
    }

    @Test("what the other tests do not ask for goes where MAAS has it, too")
    func otherOperations() async throws {
        let answers = [
            "reserved_ip_ranges": "[]", "unreserved_ip_ranges": "[]", "release": #"["a1"]"#,
            "machines": "[]",
        ]
        let maas = FakeMAAS { request in
            if request.method == "DELETE" { return HTTPClient.Response(status: 204) }
            if let answer = answers[request.op ?? ""], !request.path.contains("machines/abc123/") {
                return .json(answer)
            }
            if request.path.hasSuffix("version/") {
                return .json(#"{"version":"3.10.1","subversion":"","capabilities":[]}"#)
            }
            if request.path.contains("vm-hosts") { return .json(Sample.vmHost(7)) }
            if request.path.contains("interfaces") { return .json(Sample.interface(3)) }
            if request.path.contains("zones") { return .json(Sample.zone) }
            if request.path.contains("resourcepool") { return .json(Sample.pool) }
            if request.path.contains("subnets") { return .json(Sample.subnet) }
            if request.path.hasSuffix("fabrics/") { return .json(#"[{"id":0,"name":"f","vlans":[\#(Sample.vlan)]}]"#) }
            if request.path.contains("tags") {
                return .json(#"{"name":"t","definition":"","comment":"","kernel_opts":""}"#)
            }
            return .json(Sample.machine(4))
        }
        let client = maas.client()
        let machine = client.machines.machine("abc123")
        for operate in [machine.abort, machine.lock, machine.unlock, machine.markBroken, machine.markFixed] {
            _ = try await operate("why")
        }
        #expect(try await client.machines.release(["a1", "b2"]) == ["a1"])
        _ = try await machine.interfaces.createPhysical(macAddress: "00:16:3e:00:00:01", name: "eth1", vlan: 5001)
        let interface = machine.interfaces.interface(3)
        _ = try await interface.update(["mtu": 9000])
        _ = try await interface.setDefaultGateway(link: 4)
        try await interface.delete()
        let host = client.vmHosts.vmHost(7)
        var change = VMHostRegistration(type: "lxd", powerAddress: "10.0.0.1")
        change.tags = ["a", "b"]
        change.memoryOverCommitRatio = 2
        _ = try await client.vmHosts.create(change)
        _ = try await host.addTag("gpu")
        _ = try await host.removeTag("gpu")
        _ = try await host.refresh()
        try await host.delete(decompose: true)
        #expect(try await client.zones.create(name: "az1").name == "az1")
        _ = try await client.zones.get("az 1")
        try await client.zones.delete("az1")
        #expect(try await client.resourcePools.get(1).name == "pool-a")
        try await client.resourcePools.delete(1)
        #expect(try await client.subnets.get(1).cidr == "10.10.0.0/24")
        _ = try await client.subnets.reservedRanges(1)
        _ = try await client.subnets.unreservedRanges(1)
        #expect(try await client.fabrics.list().first?.vlans.first?.vid == 0)
        _ = try await client.tags.get("t")
        _ = try await client.tags.machines("t")
        try await client.tags.delete("t")
        let series = try #require(try await client.version().series)
        #expect(series == (3, 10))
        #expect(
            maas.asked == [
                "POST machines/abc123/?op=abort comment=why", "POST machines/abc123/?op=lock comment=why",
                "POST machines/abc123/?op=unlock comment=why", "POST machines/abc123/?op=mark_broken comment=why",
                "POST machines/abc123/?op=mark_fixed comment=why", "POST machines/?op=release machines=a1&machines=b2",
                "POST nodes/abc123/interfaces/?op=create_physical mac_address=00%3A16%3A3e%3A00%3A00%3A01&name=eth1&vlan=5001",
                "PUT nodes/abc123/interfaces/3/ mtu=9000",
                "POST nodes/abc123/interfaces/3/?op=set_default_gateway link_id=4",
                "DELETE nodes/abc123/interfaces/3/",
                "POST vm-hosts/ type=lxd&power_address=10.0.0.1&tags=a%2Cb&memory_over_commit_ratio=2.0",
                "POST vm-hosts/7/?op=add_tag tag=gpu", "POST vm-hosts/7/?op=remove_tag tag=gpu",
                "POST vm-hosts/7/?op=refresh", "DELETE vm-hosts/7/?decompose=true",
                "POST zones/ name=az1", "GET zones/az%201/", "DELETE zones/az1/", "GET resourcepool/1/",
                "DELETE resourcepool/1/", "GET subnets/1/", "GET subnets/1/?op=reserved_ip_ranges",
                "GET subnets/1/?op=unreserved_ip_ranges", "GET fabrics/", "GET tags/t/", "GET tags/t/?op=machines",
                "DELETE tags/t/", "GET version/",
            ])
    }

    @Test("waiting looks less and less often, and ends with the status, a failure or the time-out")
    func waiting() async throws {
        let statuses = Mutex([9, 9, 9, 6])
        let maas = FakeMAAS { _ in
            .json(Sample.machine(statuses.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }))
        }
        let clock = TestClock()
        let machine = maas.client { $0.clock = clock }.machines.machine("abc123")
        let backoff = Backoff(first: .seconds(2), factor: 2, longest: .seconds(5))
        #expect(try await machine.wait(for: [.deployed], backoff: backoff).status == .deployed)
        #expect(clock.pauses == [.seconds(2), .seconds(4), .seconds(5)])

        statuses.withLock { $0 = [9] }
        let late = await #expect(throws: MAASError.self) {
            try await machine.wait(for: [.deployed], timeout: .seconds(3), backoff: backoff)
        }
        guard case .waitTimedOut("abc123", [.deployed], .deploying, .seconds(3)) = late else {
            Issue.record("\(String(describing: late))")
            return
        }
        statuses.withLock { $0 = [9, 11] }
        let failed = await #expect(throws: MAASError.self) { try await machine.wait(for: [.deployed]) }
        guard case .waitFailed(_, _, .failedDeployment, _) = failed else {
            Issue.record("\(String(describing: failed))")
            return
        }
    }

    @Test("tags are put on nodes with repeated keys; names are encoded in paths")
    func tags() async throws {
        let maas = FakeMAAS { _ in .json(#"{"added": 2, "removed": 1}"#) }
        let counts = try await maas.client().tags.updateNodes("a b", add: ["x", "y"], remove: ["z"])
        #expect(counts == (2, 1))
        #expect(maas.asked == ["POST tags/a%20b/?op=update_nodes add=x&add=y&remove=z"])
    }

    @Test("status codes and their texts are MAAS's")
    func statuses() {
        #expect(MachineStatus(code: 4) == .ready && MachineStatus(code: 22) == .failedTesting)
        #expect(MachineStatus(code: 13).description == "Releasing failed")
        #expect((0...22).allSatisfy { MachineStatus(code: $0).code == $0 })
        #expect(MachineStatus(code: 99) == .other(99) && MachineStatus.other(99).code == 99)
    }

    @Test("power parameters are read, and stay out of print")
    func powerParameters() async throws {
        let maas = FakeMAAS { _ in
            .json(#"{"power_address": "https://h:8443", "project": "p", "password": "hush"}"#)
        }
        let parameters = try await maas.client().vmHosts.vmHost(1).parameters()
        #expect(parameters.project == "p" && parameters["password"] == "hush")
        var dumped = ""
        dump(parameters, to: &dumped)
        #expect(!"\(parameters) \(dumped)".contains("hush"))
    }

    @Test("power parameters that are no strings are read as MAAS takes them; a shape that MAAS has not is no answer")
    func powerParameterTypes() async throws {
        let maas = FakeMAAS { request in
            request.op == "power_parameters"
                ? .json(#"{"port": 623, "verify": true, "ratio": 0.5, "flags": ["a", "b"], "none": null}"#)
                : .json(#"{"nested": {"a": "b"}}"#)
        }
        let parameters = try await maas.client().machines.machine("abc123").powerParameters()
        #expect(parameters.names == ["flags", "port", "ratio", "verify"])
        #expect(parameters["port"] == "623" && parameters["verify"] == "true" && parameters["ratio"] == "0.5")
        #expect(parameters["flags"] == "a,b" && parameters["none"] == nil)
        let error = await #expect(throws: MAASError.self) { try await maas.client().vmHosts.vmHost(1).parameters() }
        #expect(error.map { "\($0)".contains("nested") } ?? false)
    }
}
