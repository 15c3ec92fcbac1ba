import Formats
import MAASRegion

extension LicenseKey {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("osystem", osystem)
            json.field("distro_series", distroSeries)
            json.field("license_key", licenseKey)
            json.field("resource_uri", "\(Dispatch.root)license-key/\(osystem)/\(distroSeries)")
        }
    }
}
