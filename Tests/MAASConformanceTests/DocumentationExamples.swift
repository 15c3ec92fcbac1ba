import Foundation
import HTTPServer
import LXDService
import MAASClient
import MAASConformance
import MAASEmulator

/// The examples of the documentation catalogues, word for word, so that they compile and run with every test run.
enum DocumentationExamples {
    static func composeAVM(endpoint: String, apiKey: String) async throws -> [String]? {
        // example
        let client = try MAASClient(endpoint: endpoint, apiKey: apiKey)
        let hosts = try await client.vmHosts.query(VMHostFilter(type: "lxd", zone: "az1"))
        guard let host = hosts.first(where: { $0.isComposable && $0.availableMemory >= 4096 }) else { return nil }

        let composed = try await client.vmHosts.vmHost(host.id).composer.compose([
            "hostname": "web-2", "cores": 2, "memory": 4096, "storage": "root:20(default)", "zone": host.zone.id,
            "skip_commissioning": true,
        ])
        let machine = try await composed.resource.get()
        guard let boot = machine.bootInterface,
            let subnet = try await client.subnets.list().first(where: { $0.cidr == "10.10.0.0/24" })
        else { return nil }
        let linked = try await composed.resource.interfaces.setStaticIP("10.10.0.61", subnet: subnet.id, on: boot.id)
        print("\(machine.hostname) on \(host.name) has \(linked.ipAddresses)")
        // end
        return linked.ipAddresses
    }

    static func deployAVM(client: MAASClient) async throws -> Machine? {
        // example
        let hosts = try await client.vmHosts.query(VMHostFilter(type: "lxd"))
        guard let host = hosts.first(where: \.isComposable) else { return nil }
        let vm = try await client.vmHosts.vmHost(host.id).composer.compose(
            VMComposition(
                cores: 2, memory: 4096, hostname: "db-1",
                storage: [DiskConstraint(.gigabytes(20), label: "root"), DiskConstraint(.gigabytes(8), label: "data")],
                skipCommissioning: true))

        let ready = try await vm.resource.get()
        guard let boot = ready.bootInterface,
            let subnet = try await client.subnets.list().first(where: { $0.cidr == "10.10.0.0/24" })
        else { return nil }
        _ = try await vm.resource.interfaces.setStaticIP("10.10.0.63", subnet: subnet.id, on: boot.id)

        _ = try await vm.resource.deploy(DeployOptions(userData: Data("#cloud-config\n".utf8)))
        let deployed = try await vm.resource.wait(for: .deployed, timeout: .seconds(1200)) { progress in
            print("\(progress.machine.statusName) after \(progress.waited)")
        }
        print("\(deployed.hostname) runs \(deployed.osystem)/\(deployed.distroSeries) at \(deployed.ipAddresses)")
        // end
        return deployed
    }

    static func errors(client: MAASClient, host: Int) async throws -> String? {
        // example
        do {
            _ = try await client.vmHosts.vmHost(host).composer.compose(["memory": 512])
        } catch let error as MAASError {
            guard let refusal = error.refusal else { throw error }
            // 400, and "Ensure this value is greater than or equal to 1024." for the field memory
            return "\(refusal.status) \(refusal.fields["memory", default: []].joined())"
        }
        // end
        return nil
    }

    static func composeWithANetwork(client: MAASClient) async throws -> String {
        // example
        let service = LXDService(client: client, scope: LXDScope(failureDomain: "az1"))
        var spec = VMSpec(
            cores: 2, memory: 4096, disks: [DiskSpec(size: "20GB"), DiskSpec(size: "8GiB")], hostname: "web-3")
        spec.networkConfig = VMNetworkConfig(.static(StaticIPConfig(ipAddress: "10.10.0.62", gateway: "10.10.0.1")))
        do {
            let vm = try await service.composeVM(spec)
            return "\(vm.hostname): \(vm.networkStatus.assignedIP ?? "no address")"
        } catch let error as LXDError where error.kind == .networkConfigInvalid {
            // The address is taken or in no subnet, or the gateway is not the subnet's.
            return "\(error)"
        }
        // end
    }

    static func mock() async throws -> String {
        // example
        let service = LXDService(backend: MockBackend())
        let vm = try await service.composeVM(VMSpec(cores: 2, memory: 4096))
        // vm-mock-host-1-001
        return vm.systemID
        // end
    }

    static func inProcess() async throws -> [MachineStatus] {
        // example
        var options = Region.Options()
        options.clock = .manual
        let region = try Region(options)
        let emulator = Emulator(region: region)
        let server = try HTTPServer(listen: SocketAddress(host: "127.0.0.1", port: 0)) { emulator.respond(to: $0) }
        defer { server.stop() }

        let key = try region.apiKey(admin: true) ?? ""
        let client = try MAASClient(endpoint: "http://127.0.0.1:\(server.address.port)/MAAS", apiKey: key)
        guard let ready = try await client.machines.list().first(where: { $0.status == .ready }) else { return [] }
        let machine = client.machines.machine(ready.systemID)
        try region.takeSnapshot("before")
        var seen = [try await machine.deploy().status]
        try region.setClock(advance: 3600)
        seen.append(try await machine.get().status)
        _ = try region.restoreSnapshot("before")
        seen.append(try await machine.get().status)
        // deploying, deployed, and ready again
        return seen
        // end
    }

    static func runTheSuite(url: String, key: String) async throws -> Bool {
        // example
        let target = Target.maas(try MAASTarget(url: url, key: key))
        var options = RunOptions()
        options.only = [CasePattern("inventory.zones.*")]
        let report = TextRecorder(verbose: false) { print($0, terminator: "") }
        let runner = Runner(catalog: try CaseCatalog.builtIn(), target: target, options: options)
        let summary = try await runner.run { event in
            if case .caseFinished(let result) = event, result.outcome.isBad {
                print(result.item.id, result.outcome.reasons)
            }
        }
        report.record(.finished(summary))
        return summary.isGood
        // end
    }
}
