package org.oqiga.api.people.openid;

/** The provider did not vouch for somebody, or not in a way that can be believed; the message is for the log. */
final class NotVouchedForException extends Exception {

    private static final long serialVersionUID = 1;

    NotVouchedForException(String message) {
        super(message);
    }

    NotVouchedForException(String message, Throwable cause) {
        super(message, cause);
    }
}
