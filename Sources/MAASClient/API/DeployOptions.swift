import Foundation

/// What a machine is deployed with; what is left out is MAAS's choice.
public struct DeployOptions: Sendable, Equatable {
    /// Such as `noble` or `ubuntu/noble`.
    public var distroSeries: String?
    /// cloud-init user data; MAAS takes it here (base64), never at compose.
    public var userData: Data?
    /// The kernel to run, such as `ga-24.04` or `hwe-24.04`; Ubuntu only.
    public var hweKernel: String?
    /// For the machine's event log.
    public var comment: String?
    /// Run from memory, leaving the disks alone.
    public var ephemeral: Bool?
    /// Bridge every interface.
    public var bridgeAll: Bool?

    /// The options that most deployments set; the others are set afterwards.
    public init(distroSeries: String? = nil, userData: Data? = nil, comment: String? = nil) {
        self.distroSeries = distroSeries
        self.userData = userData
        self.comment = comment
    }

    var params: Params {
        ParamsBuilder().set("distro_series", distroSeries).set("user_data", userData?.base64EncodedString())
            .set("hwe_kernel", hweKernel).set("comment", comment).set("ephemeral_deploy", ephemeral)
            .set("bridge_all", bridgeAll).build()
    }
}
