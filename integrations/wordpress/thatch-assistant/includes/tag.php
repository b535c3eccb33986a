<?php
/**
 * The one tag, at the end of each page.
 *
 * @package Thatch\Assistant
 */

namespace Thatch\Assistant;

defined( 'ABSPATH' ) || exit;

/** Print the tag, once the clinic has said where the assistant runs. */
function print_tag(): void {
	$attributes = attributes( settings() );
	if ( $attributes ) {
		wp_print_script_tag( $attributes ); // It escapes each of them.
	}
}

/**
 * Give the tag's attributes, or none where the address is missing or no https address.
 *
 * @param array<string, string> $settings As of settings().
 * @return array<string, string|bool>
 */
function attributes( array $settings ): array {
	$origin = origin( $settings['address'] ); // Read again: other code may have written the option.
	if ( ! $origin ) {
		return array();
	}
	$attributes = array(
		'async' => true,
		'src'   => "$origin/thatch.js",
	);
	if ( $settings['integrity'] ) {
		$attributes['integrity']   = $settings['integrity'];
		$attributes['crossorigin'] = 'anonymous';
	}
	$privacy                 = $settings['privacy-url'] ? $settings['privacy-url'] : get_privacy_policy_url();
	$settings['privacy-url'] = esc_url( $privacy, array( 'https', 'http' ) );
	foreach ( array( 'region', 'locale', 'title', 'colour', 'position', 'privacy-url' ) as $name ) {
		if ( $settings[ $name ] ) {
			$attributes[ "data-$name" ] = $settings[ $name ];
		}
	}
	/**
	 * Lets a theme set more on a page, such as `data-topic` on the page of a treatment.
	 *
	 * @param array<string, string|bool> $attributes The tag's attributes, not yet escaped.
	 */
	return apply_filters( 'thatch_assistant_attributes', $attributes );
}
