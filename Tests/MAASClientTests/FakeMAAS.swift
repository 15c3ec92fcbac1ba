import Foundation
import HTTPClient
import MAASClient
import Synchronization

/// A stub that gives the answers that a test wrote down, and remembers what it was asked.
final class FakeMAAS: Sendable {
    typealias Route = @Sendable (StubTransport.Request) async throws -> HTTPClient.Response

    let stub: StubTransport

    init(_ route: @escaping Route) { stub = StubTransport(route) }

    /// What was asked, as `METHOD target form`.
    var asked: [String] { stub.lines }

    var requests: [StubTransport.Request] { stub.requests }

    func client(_ change: (inout MAASClient.Configuration) -> Void = { _ in }) -> MAASClient {
        var configuration = MAASClient.Configuration()
        configuration.retry.jitter = 0
        change(&configuration)
        return MAASClient(transport: stub, configuration: configuration)
    }
}

/// A clock that does not wait: a pause only moves it.
final class TestClock: WaitClock {
    private let state = Mutex((now: Duration.zero, pauses: [Duration]()))

    var now: Duration { state.withLock { $0.now } }
    var pauses: [Duration] { state.withLock { $0.pauses } }

    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        state.withLock { state in
            state.now += duration
            state.pauses.append(duration)
        }
    }
}

/// Objects as MAAS writes them, cut to what a test needs to vary.
enum Sample {
    static let zone = #"{"id":2,"name":"az1","description":"","resource_uri":"/MAAS/api/2.0/zones/az1/"}"#
    static let pool = #"{"id":1,"name":"pool-a","description":"","resource_uri":"/MAAS/api/2.0/resourcepool/1/"}"#
    static let vlan =
        #"{"id":5001,"vid":0,"name":"untagged","fabric":"fabric-0","fabric_id":0,"mtu":1500,"dhcp_on":true,"space":"mgmt","relay_vlan":null}"#
    static let subnet =
        #"{"id":1,"name":"mgmt-net","cidr":"10.10.0.0/24","vlan":\#(vlan),"gateway_ip":"10.10.0.1","dns_servers":["10.10.0.2"],"space":"mgmt","managed":true}"#

    static func vmHost(
        _ id: Int, name: String = "host", type: String = "lxd", zone: String = Sample.zone, tags: String = "[]"
    )
        -> String
    {
        """
        {"id":\(id),"name":"\(name)","type":"\(type)","version":"5.21","architectures":["amd64/generic"],
        "capabilities":["composable"],"tags":\(tags),"total":{"cores":8,"memory":16384,"local_storage":1000},
        "used":{"cores":2,"memory":4096,"local_storage":300},"available":{"cores":6,"memory":12288,"local_storage":700},
        "storage_pools":[{"id":"default","name":"default","type":"dir","path":"/p","total":1000,"used":300,"available":700,"default":true}],
        "zone":\(zone),"pool":\(pool),"host":{"system_id":"bdsw7x","__incomplete__":true},
        "cpu_over_commit_ratio":2.5,"memory_over_commit_ratio":1.0,"default_macvlan_mode":null,"resource_uri":"/x/"}
        """
    }

    static func interface(_ id: Int, links: String = "[]") -> String {
        """
        {"id":\(id),"system_id":"abc123","name":"eth0","type":"physical","enabled":true,"mac_address":"00:16:3e:00:00:01",
        "vlan":\(vlan),"links":\(links),"discovered":null,"parents":[],"children":[],"tags":[],"effective_mtu":1500}
        """
    }

    static func machine(_ status: Int, pod: String = "null", extra: String = "") -> String {
        """
        {"system_id":"abc123","hostname":"vm","fqdn":"vm.maas","zone":\(zone),"pool":\(pool),"owner":null,"owner_data":{},
        "status":\(status),"status_name":"x","status_message":null,"power_state":"off","power_type":"lxd","osystem":"",
        "distro_series":"","architecture":"amd64/generic","cpu_count":2,"memory":4096,"storage":8000.0,"locked":false,
        "netboot":true,"tag_names":[],"ip_addresses":[],"boot_interface":null,"interface_set":[],\(extra)
        "physicalblockdevice_set":[],"pod":\(pod),"parent":null,"virtualmachine_id":null}
        """
    }
}
