/// A self-signed certificate for 127.0.0.1 and localhost, made for these tests and used nowhere else.
enum TestCertificate {
    static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBmzCCAUGgAwIBAgIUXw/TwaLgV+DIjOMEegsXtRV8xEMwCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzIyMzI0M1oYDzIxMjYxMDMw
        MjIzMjQzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAASyOI/W0c3lH0it0KHzTMDxQ/o5oJxu0d6rhTkSt0Vd76jjG40DxIlK
        Ddp3dwjTu3C9OMoJJXbC3GUyQD+Zlsu1o28wbTAdBgNVHQ4EFgQUsdfAbOm1TCA9
        AyRvhpXd7NjmoGUwHwYDVR0jBBgwFoAUsdfAbOm1TCA9AyRvhpXd7NjmoGUwGgYD
        VR0RBBMwEYcEfwAAAYIJbG9jYWxob3N0MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
        zj0EAwIDSAAwRQIhAOwIxMUMKorpb7PlOByVs5cEFcvz2YNGSR00IfzcihwUAiB6
        JbUIcPd6pEyIT8ds3I+dRQws68QXy/CM4dBLD3YMMQ==
        -----END CERTIFICATE-----
        """

    static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgmRNIsmfNjACcaAZk
        5UAU4dCa9lWb8JqVTEebrnwFia+hRANCAASyOI/W0c3lH0it0KHzTMDxQ/o5oJxu
        0d6rhTkSt0Vd76jjG40DxIlKDdp3dwjTu3C9OMoJJXbC3GUyQD+Zlsu1
        -----END PRIVATE KEY-----
        """
}
