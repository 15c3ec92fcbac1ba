// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// The parameters of `POST machines/{system_id}/?op=power_on`: switch a machine on; an allocated one is deployed.
public struct PowerOnOptions: OperationParameters {
    /// Base64 for cloud-init.
    public var userData: Data?
    /// For the event log.
    public var comment: String?
    /// Make it a virsh host.
    public var installKVM: Bool?
    /// Make it a LXD host.
    public var registerVmhost: Bool?
    /// Kind of bridge.
    public var bridgeType: String?
    /// Spanning tree.
    public var bridgeSTP: Bool?
    /// Forward delay, seconds.
    public var bridgeFD: Int?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        userData: Data? = nil, comment: String? = nil, installKVM: Bool? = nil, registerVmhost: Bool? = nil,
        bridgeType: String? = nil, bridgeSTP: Bool? = nil, bridgeFD: Int? = nil
    ) {
        self.userData = userData
        self.comment = comment
        self.installKVM = installKVM
        self.registerVmhost = registerVmhost
        self.bridgeType = bridgeType
        self.bridgeSTP = bridgeSTP
        self.bridgeFD = bridgeFD
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("user_data", userData?.base64EncodedString())
        params.set("comment", comment)
        params.set("install_kvm", installKVM)
        params.set("register_vmhost", registerVmhost)
        params.set("bridge_type", bridgeType)
        params.set("bridge_stp", bridgeSTP)
        params.set("bridge_fd", bridgeFD)
        params.merge(others)
        return params
    }
}
