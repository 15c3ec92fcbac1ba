import LXDService
import MAASClient

/// The README's example, word for word, so that it compiles and runs with every test run.
func readmeExample(endpoint: String, apiKey: String) async {
    // The README's code begins here.
    do {
        let client = try MAASClient(endpoint: endpoint, apiKey: apiKey)
        let service = LXDService(client: client, scope: LXDScope(failureDomain: "az1"))

        for host in try await service.getAvailableLXDHosts() {
            print("\(host.name): \(host.freeCores) cores and \(host.freeMemory) MiB free")
        }

        var spec = VMSpec(cores: 2, memory: 4096, disks: [DiskSpec(size: "20GB")], hostname: "web-1")
        spec.networkConfig = VMNetworkConfig(.static(StaticIPConfig(ipAddress: "10.10.0.60")))
        let vm = try await service.composeVM(spec)
        print("\(vm.hostname) runs on \(vm.hostName) with \(vm.networkStatus.assignedIP ?? "no address")")
    } catch {
        print("That did not work: \(error.localizedDescription)")
    }
    // The README's code ends here.
}
